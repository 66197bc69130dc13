import {
  amountText,
  compactCount,
  formatPercent,
  nominalText,
  significant,
  wholeNumber,
} from '../../format/formatNumber.ts'
import type { RuleRange } from '../../laws/hyperparameterRules.ts'
import type { planner as english } from '../en/planner.ts'

const RANGE_OF: Readonly<Record<RuleRange['of'], string>> = {
  computeFlops: 'C',
  parameters: 'N',
  nonEmbedding: 'N₁',
  tokens: 'D',
}

export const planner: typeof english = {
  cluster: {
    title: '예산: 무엇이 드는가',
    accelerator: '가속기',
    devices: '장치 수',
    days: '일수',
    utilisation: 'MFU',
    format: '수 형식',
    noFormat: (device, format) =>
      `${device}의 dense ${format} 최고 성능을 밝힌 출처가 없습니다. 다른 수 형식을 고르세요.`,
    price: '장치-시간당 가격',
    currency: '아무 통화',
    money: '비용',
    powerUsage: 'PUE',
    carbon: '탄소 집약도',
    formula: (peak, format) =>
      `C = 장치 수 · ${significant(peak / 1e12, 4)} TFLOP/s dense ${format} · MFU · 86,400 s · 일수. 비용 = 장치-시간 · 가격.`,
    energy: (watts, isEstimated, energy, carbon) =>
      `${amountText(energy)} kWh = 장치-시간 · ${wholeNumber(watts)} W${isEstimated ? '(제조사가 아닌 추정치)' : ''} · PUE, 그 집약도에서 ${amountText(carbon)} kg CO₂e. 칩이 설계 전력을 쓴다고 봅니다.`,
    noPower: (device) => `${device}의 전력을 밝힌 출처가 없어 에너지를 계산하지 않습니다.`,
    single: ' 최고 성능은 한 출처에만 근거합니다.',
    hours: (hours) => `${amountText(hours)} 장치-시간`,
  },
  allocation: {
    title: '배분: 연산량에 따른 모델 크기',
    caption: (models) =>
      `모든 법칙의 Nₒₚₜ를 C에 대해 파라미터로 나타냈습니다(법칙이 M이면 M/6). 점은 알려진 모델 ${models}개이며 학습 연산량 위치에 있습니다. 선 위의 모델은 그 법칙보다 크고, 아래는 작은 대신 더 많은 토큰으로 학습했습니다.`,
    models: '알려진 모델',
    tableLabel: '배분 차트의 데이터',
    description: (laws, models) =>
      `법칙 ${laws}개의 최적 파라미터와 알려진 모델 ${models}개를 학습 연산량에 대해 나타낸 그림. 숫자는 표 예산에서의 법칙과 알려진 모델에 있습니다.`,
  },
  cost: {
    title: '선택의 대가',
    judge: '기준',
    judges: {
      own: '이 sweep의 곡면',
      besiroglu: 'Epoch의 Chinchilla 재적합',
      'chinchilla-3': '반올림하지 않은 Chinchilla 곡면',
    },
    waiting: '이 sweep에는 기준이 될 loss 곡면이 없어 발표된 곡면을 씁니다.',
    caption: (unit, surface) =>
      `${surface} 위에서 이 예산의 IsoFLOP 단면: 크기마다 나머지 예산을 토큰에 쓸 때의 loss(${unit})와, 각 법칙이 고르는 크기.`,
    law: '법칙',
    size: 'N',
    tokens: 'D = C/(6N)',
    loss: (unit) => `loss (${unit})`,
    excess: '최선보다',
    waste: '낭비되는 연산량',
    tableLabel: '선택의 대가 데이터',
    table: '이 예산에서 각 법칙의 크기가 치르는 대가',
    sentence: (law, excess, unit, waste) =>
      `여기서 ${law}을(를) 따르면 +${excess} ${unit}이며, 연산량의 ${waste}를 낭비하는 것과 같습니다.`,
    description: (laws) => `이 예산에서 파라미터에 대한 loss와 법칙 ${laws}개의 크기.`,
    best: '곡면 자신의 최적점',
  },
  shapes: {
    title: '아키텍처',
    length: '시퀀스 길이',
    vocabulary: '어휘 크기',
    headSize: 'head 크기',
    kvHeads: 'key-value head 수',
    kvHint: '0: head마다 하나',
    multiple: '배수 단위',
    aspect: '폭 / 층, 대략',
    givenLayers: '층수',
    givenHint: '0: 순위에서',
    givenWidth: '폭',
    givenFeedForward: '피드포워드',
    givenFeedForwardHint: '0: 폭의 8/3',
    rank: '정한 구조 대신 순위에서 고르기',
    tied: '어휘 행렬',
    untiedText: '둘, 따로',
    tiedText: '하나, 공유',
    none: {
      'heads-do-not-divide':
        '구조 없음: 이 규모 근처의 어떤 폭에서도 key-value head가 head 수를 나누지 못합니다. 다른 key-value head나 head 크기를 고르세요.',
      'head-size-does-not-divide': 'head 크기가 폭을 나누지 못합니다. 둘 중 하나를 바꾸세요.',
      'too-small':
        '구조 없음: 가장 좁은 폭의 한 층보다 작은 규모입니다. 예산을 늘리거나 head 크기와 배수를 줄이세요.',
      'too-large': '구조 없음: 200층 또는 폭 65,536을 넘어야 하는 규모입니다.',
    },
    table: 'Mₒₚₜ에 가까운 구조, 좋은 순',
    choose: (shape) => `${shape}(으)로 계획`,
    layers: '층',
    width: '폭',
    heads: 'head / kv 수',
    feedForward: '피드포워드 폭',
    ofTarget: 'M / Mₒₚₜ 비',
    formula: '공식 / 정확값',
    total: '전체 N',
    counts: (nonEmbedding, withHead, total, exactM) =>
      `embedding을 뺀 N₁ = ${compactCount(nonEmbedding, 4)}, 어휘 행렬 하나를 더한 N₂ = ${compactCount(withHead, 4)}, 전체 ${compactCount(total, 4)}; 정확한 M = ${exactM} FLOPs/token.`,
    note: 'Mₒₚₜ에서의 거리와, 폭과 층수의 비가 그 값에서 벗어난 정도로 순위를 매깁니다. M의 5%가 그 비의 e배와 같은 무게입니다. 공식은 M = 72·n·d² + 12·n·d·l이며 층마다 12·d² 파라미터로 보므로 key-value head를 묶으면 너무 큽니다.',
    memory: (weights, training, cache) =>
      `16비트 가중치 ${weights}, 가중치·gradient·Adam 상태 ${training}(파라미터당 16바이트, activation 제외), 시퀀스 하나의 key와 value ${cache}.`,
    fits: (devices, need, of, memory, forTraining) =>
      `${forTraining ? '학습 상태는' : '가중치와 시퀀스 하나는'} ${devices} × ${memory} GB ${of}에 ${need <= devices ? '들어갑니다' : '들어가지 않습니다'}. 장치가 ${need}개 이상 필요합니다.`,
  },
  rates: {
    title: '배치와 learning rate',
    rule: '계획에 쓸 규칙',
    column: '규칙',
    names: {
      own: '이 sweep의 격자',
      deepseek: 'DeepSeek 규칙',
      'step-law': 'Step Law 규칙',
      porian: 'Porian 외',
      minicpm: 'MiniCPM 규칙',
      kaplan: 'Kaplan 외',
      bjorck: 'Bjorck 외',
      moonlight: 'Moonlight 규칙',
    },
    table: '이 계획에서 배치 크기와 learning rate의 규칙',
    batch: 'B (토큰)',
    sequences: '시퀀스',
    rate: 'η 최고',
    outside: '범위',
    inside: '안',
    outsideBy: (factor) => `${factor}배 밖`,
    notSaid: '밝히지 않음',
    ranges: (ranges) =>
      ranges
        .map(({ of, low, high }) => `${RANGE_OF[of]} ${nominalText(low)} – ${nominalText(high)}`)
        .join(', '),
    disagree: (batch, rate) =>
      [
        batch === null ? null : `배치 크기는 ${batch}배`,
        rate === null ? null : `learning rate는 ${rate}배`,
      ]
        .filter((part) => part !== null)
        .join(', ') + ' 차이가 납니다.',
    note: 'Kaplan과 MiniCPM의 배치는 nats/token loss에서 나오므로 예측이 없으면 뺍니다. Kaplan의 것은 그보다 크면 연산이 낭비되는 critical 배치입니다. N을 보는 규칙은 구조 자체의 수를 씁니다. 여러 learning rate와 배치로 학습한 sweep은 크기마다 최선의 0.25% 안에 든 run으로 자신의 규칙을 갖습니다.',
    silent: '이 규칙은 배치를 말하지 않습니다. 다른 규칙을 고르세요.',
  },
  schedule: {
    title: 'learning rate 일정',
    choice: '일정',
    names: {
      'multi-step': 'DeepSeek의 multi-step',
      cosine: 'cosine 감소',
      wsd: 'warmup-stable-decay 방식',
    },
    caption: (steps, batch) =>
      `최고 learning rate에 일정을 곱한 값과 토큰; ${batch} 토큰의 ${wholeNumber(steps)} step, 그중 2,000 step이 warm-up입니다(학습의 10분의 1이 더 작으면 그것).`,
    how: {
      'multi-step':
        '토큰의 80%까지 최고값, 90%까지 31.6%, 그 뒤 10%(DeepSeek-AI 2024, 2.3절; 선형 warm-up은 V2-Lite의 설명).',
      cosine: '최고값의 10%까지 반 cosine(Hoffmann et al. 2022, 부록 B).',
      wsd: '일정하다가 마지막 10분의 1에서 10%까지 지수적으로 감소(Hu et al. 2024, 4절).',
    },
    over: '가로축',
    steps: 'step 수',
    stepsAxis: '학습 step',
    download: 'CSV로 내려받기',
    tableLabel: '일정의 데이터',
    table: '꺾이는 곳과 그 사이의 일정',
    step: 'step 번호',
    tokens: '토큰',
    rate: 'learning rate 값',
    description: '학습 토큰에 대한 learning rate 그림.',
    none: '배치와 learning rate가 없으면 일정도 없습니다.',
  },
  prediction: {
    title: '예측과 확인',
    predicted: (value, unit, interval, level) =>
      `예측: ${value} ${unit}${interval === null ? ', 구간 없음' : `, ${level} 구간 ${interval}`}.`,
    judged: (value, unit, surface) => `${surface} 위에서 ${value} ${unit}, 구간 없음.`,
    none: '예측할 loss의 법칙이 없습니다.',
    measured: '측정한 loss',
    hint: '0: 아직 없음',
    inside: (off) => `구간 안, 예측에서 ${off}.`,
    outside: (off, isAbove) =>
      `구간 밖: 예측보다 ${off} ${isAbove ? '위' : '아래'}. 법칙보다 학습을 먼저 살펴보세요.`,
    off: (off) => `예측에서 ${off}. 견줄 구간이 없습니다.`,
  },
  serving: {
    title: '과학습과 서비스',
    served: '수명 동안 서비스할 토큰',
    caption: (surface) =>
      `${surface} 위에서, 이 예산 최적점의 loss에 이르는 연산량을 최적점의 것으로 나눈 값과 D/N: 학습만, 그리고 학습과 서비스(토큰당 2·N FLOPs).`,
    training: '학습',
    both: '학습과 서비스',
    ratio: '파라미터당 토큰 D/N',
    compute: '연산량, C의 배수',
    tableLabel: '과학습의 데이터',
    table: '토큰과 파라미터의 다른 비에서 같은 loss',
    size: 'N',
    tokens: 'D',
    lossAtC: (unit) => `C를 모두 쓸 때 loss (${unit})`,
    trainingTimes: '학습, C의 배수',
    inference: '서비스 토큰당 FLOPs',
    total: '합계, C의 배수',
    optimum: (size, tokens, ratio, total, saved) =>
      `그만큼 서비스하면 합계가 가장 작은 것은 N = ${size}, D = ${tokens} (D/N = ${ratio})이며 ${total} C, 학습 최적점을 서비스할 때보다 ${saved} 적습니다(Sardana et al. 2024).`,
    description: '파라미터당 토큰에 대한, 최적점 대비 연산량.',
  },
  dataLimit: {
    title: '데이터가 모자랄 때',
    unique: '서로 다른 토큰 수',
    hint: '0: 끝이 없음',
    endless: '서로 다른 토큰이 얼마나 있는지 넣으면 반복의 값어치를 보여 줍니다.',
    enough: (size, tokens) =>
      `충분합니다. 이 곡면의 최적점 N = ${size}, D = ${tokens}은(는) 같은 토큰을 두 번 보지 않습니다.`,
    repeated: (size, tokens, epochs, loss, penalty) =>
      `N = ${size}, ${epochs} epoch(${tokens} 토큰): loss ${loss} nats/token, 데이터가 끝없을 때보다 ${penalty} 높습니다.`,
    note: (citation) =>
      `${citation}: 다시 본 토큰은 값어치가 줄고, 코퍼스의 16.4배를 넘지 못합니다. C4에 적합한 것이므로 위의 loss와 섞지 마세요.`,
  },
  models: {
    title: '알려진 모델',
    against: (law) => `각 모델을 그 학습 연산량에서 ${law}과(와) 견줍니다.`,
    caption: '법칙과 견준 알려진 모델',
    model: '모델',
    year: '연도',
    size: '활성 N',
    tokens: 'D (토큰)',
    compute: 'C (FLOPs)',
    ratio: 'D/N 비',
    ofOptimum: '크기 / 최적',
    over: '과학습',
    under: '학습 부족',
    unknown: '비공개',
    remembered: '크기 미확인',
    plan: '다시 계획',
    planIt: (model) => `${model} 다시 계획: 예산, 문맥 길이, 어휘`,
    note: '정확한 M을 아는 경우(dense SwiGLU 구조) C = M·D, 아니면 활성 파라미터에 대한 6·N·D입니다. 1보다 작으면 연산량에 비해 모델이 작고 토큰이 많습니다.',
    filter: '모델 찾기',
    shown: (shown, of) => `${of}개 중 ${shown}개`,
  },
  counting: {
    title: '6N과 M의 비교',
    caption: '논문의 구조와 이 계획의 구조에서 6N₁과 6N₂를 M으로 나눈 값',
    shape: '층 × 폭',
    own: '이 계획',
    note: (first, second) =>
      `DeepSeek-AI 2024 표 3처럼 어휘 102,400, 길이 4,096이며, 마지막 행은 이 계획의 값입니다. M 대신 6N₁을 세면 첫 구조에서 마지막 구조까지 크기의 성장을 a로 ${first} 크게 보고, 6N₂는 ${second} 작게 봅니다(비의 변화를, Mₒₚₜ ∝ C^0.5243에 따른 C의 변화로 나눈 값).`,
  },
  ladder: {
    title: '다음 sweep',
    total: '모든 run의 연산량',
    budgets: '예산 수',
    sizes: '예산마다 크기 수',
    summary: (runs, cost, days, device) =>
      `run ${runs}개, ${cost} FLOPs${days === null ? '' : `, 위 클러스터(${device})로 ${days}일`}.`,
    waiting: (fraction) => `sweep을 그려 보는 중: ${formatPercent(fraction, 2)}`,
    exponent: (low, high, width, level, law) =>
      `${law}에서 그린 이런 sweep의 ${level}에서 a가 ${low}에서 ${high} 사이입니다(±${width}).`,
    loss: (low, high, unit, budget) =>
      `${budget} FLOPs의 loss는 ${low}에서 ${high} ${unit}(으)로 알려질 것입니다.`,
    noise: (percent, isOwn) =>
      `run 잡음은 loss의 ${percent}${isOwn ? '(이 sweep의 값)' : '(가정)'}이고, 200번 그려 매번 여기처럼 분석했습니다.`,
    failed: (failed, of) => `${of}번 중 ${failed}번은 법칙이 나오지 않았습니다.`,
    none: '시뮬레이션을 할 수 없었습니다.',
    csv: 'run을 CSV로 내려받기',
    commands: 'nanochat 명령 복사',
    copied: '복사함',
    table: '다음 sweep의 run',
    tableLabel: '다음 sweep의 run 목록',
    note: '예산은 √10배 간격이고, 크기는 계획에 쓰는 법칙의 Mₒₚₜ의 4분의 1에서 4배까지이며 head 크기 64의 구조입니다. 배치와 learning rate는 위의 규칙입니다. nanochat의 optimizer는 자신의 값을 고릅니다.',
    law: '곡면',
  },
  copy: {
    title: '계획 가져가기',
    text: '텍스트로 복사',
    markdown: 'Markdown으로 복사',
    json: 'JSON으로 복사',
    yaml: 'YAML로 복사',
    copied: '복사함',
    failed: '브라우저가 이 페이지의 복사를 허용하지 않습니다.',
    link: '이 페이지의 링크로 계획을 다시 열 수 있습니다.',
  },
  lines: {
    budget: '연산량',
    law: '법칙',
    fitted: '이 sweep에 적합한 법칙',
    scale: '모델 규모 M',
    shape: '구조',
    shapeText: (layers, width, heads, kv, ff) =>
      `${layers}층, 폭 ${width}, head ${heads}, key-value head ${kv}, 피드포워드 ${ff}`,
    parameters: '파라미터',
    tokens: '토큰',
    length: '시퀀스 길이',
    batch: '배치',
    rate: '최고 learning rate',
    schedule: '일정',
    steps: 'step 수',
    loss: '예측 loss',
    cluster: '클러스터',
    clusterText: (devices, device, days) => `${devices} × ${device}, ${days}일`,
    extrapolation: '외삽',
    extrapolationText: (factor) => `법칙을 적합한 범위의 ${factor}배 밖`,
    inside: '법칙을 적합한 범위 안',
    unknown: '법칙의 범위를 밝히지 않음',
    sequences: (sequences) => `시퀀스 ${sequences}개`,
  },
}
