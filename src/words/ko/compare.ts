import type { compare as english } from '../en/compare.ts'
import { wholeNumber } from '../../format/formatNumber.ts'
import { parts } from '../parts.ts'
import { count } from './count.ts'

export const compare: typeof english = {
  title: '지수 비교',
  everyEstimator: '모든 추정 방법으로',
  cut: ' 화살표: 구간이 더 이어집니다.',
  between: ' 진한 선은 불러온 sweep 사이의 위치에서의 지수입니다.',
  caption: (a, b, level) =>
    parts`최적점이 늘어나는 방식: ${a}, ${b}. 법칙이 있는 모든 sweep의 값(채운 점, ${level} 구간)과 발표된 값(빈 점, 논문에 있는 구간 또는 구간 없음). 묶음마다 규모를 세는 방법이 달라 서로 비교할 수 없습니다. 첫 묶음을 가로지르는 선은 데이터 품질 슬라이더 위치에서의 DeepSeek 지수입니다.`,
  scale: '규모',
  tokens: '토큰',
  lawless: (sweeps) => ` 규모의 법칙이 없어 여기에 없는 sweep: ${sweeps.join(', ')}.`,
  computing: (sweeps) => ` sweep ${count(sweeps)}개의 구간을 계산하는 중입니다.`,
  tableLabel: '지수 비교의 데이터',
  description: (sweeps, laws) =>
    `불러온 sweep ${count(sweeps)}개와 발표된 법칙 ${laws}개의 지수와 구간. 수치는 표에 있습니다.`,
  budgets: (symbol, budgets) => `${symbol}, 예산 ${count(budgets)}개`,
  scaleExponent: '규모의 지수',
  tokenExponent: '토큰의 지수',
  law: '법칙',
  corpus: '코퍼스 또는 sweep',
  convention: '기준',
  intervalOf: (symbol) => `${symbol}의 구간`,
  source: '출처',
  fittedHere: '여기서 적합, 구간과 함께',
  differences: {
    title: '지수의 차이',
    caption: '모든 sweep 쌍의 지수 차이',
    pair: '쌍',
    verdict: 'a가 구별되는가?',
    none: '법칙이 있는 sweep이 없습니다.',
    one: '법칙이 있는 sweep이 하나입니다. 옆에 하나를 더 놓으세요.',
    reasons: {
      'different-metrics': '규모를 세는 방법이 다름',
      'different-units': 'loss 단위가 다름',
      'no-law': '법칙 없음',
    },
    verdicts: (isToldApart, excluding, of) =>
      isToldApart === null
        ? '추정법을 실행하는 중'
        : isToldApart
          ? `예, 따지는 모든 추정법에서 (${of}개 중 ${excluding}개)`
          : `아니요: 추정법 ${of}개 중 ${excluding}개에서만`,
    note: (level) =>
      `차이와 replicate의 차이로 구한 ${level} 구간이며, 0이 빠지면 굵게 나타냅니다. γ는 최소점을 지나는 순수한 거듭제곱 loss 법칙의 지수입니다. 모든 추정법이 같은 쪽으로 그렇다고 할 때만 구별된다고 봅니다. Akima 보간, 최저 run, 최소 절대 편차는 구간이 없거나 run 하나하나를 따르므로 따지지 않습니다. 규모를 세는 방법이 다르면 비교하지 않습니다.`,
  },
  worth: {
    title: '코퍼스의 값어치',
    needsTwo: 'loss의 법칙이 있는 sweep이 둘 필요합니다. 옆에 하나를 더 놓으세요.',
    ask: (isPerToken) =>
      isPerToken
        ? '이 loss들은 같은 텍스트에서 같은 tokenizer로 측정했습니까?'
        : '이 loss들은 같은 텍스트에서 측정했습니까?',
    answers: { unsaid: '말하지 않음', yes: '예', no: '아니요' },
    otherText:
      '다른 텍스트나 tokenizer의 loss는 서로에 대해 아무것도 말해 주지 않아 비교하지 않습니다. 배분의 지수는 비교할 수 있습니다.',
    otherUnit: (reference, unit, others) =>
      `${reference}은(는) ${unit}이고 ${others.join(', ')}은(는) 다른 단위이므로 비교하지 않습니다. 토큰당 바이트를 주거나 bits per byte 열을 지정하세요.`,
    unsaid: 'loss를 비교할 수 있는지 말해 주세요. 그 전에는 비교하지 않습니다.',
    reference: '기준',
    corpus: '코퍼스',
    caption: (reference, level) =>
      `각 코퍼스가 ${reference}의 loss에 이르는 연산량을 ${reference}이(가) 쓴 연산량으로 나눈 값(각자의 최적점에서), 띠는 ${level} 구간입니다. 점선 아래면 더 값집니다. 빗금: 모두가 학습한 예산 밖. loss의 법칙과 그 irreducible 항에 근거합니다.`,
    tableLabel: '코퍼스의 값어치 데이터',
    table: (reference) => `${reference}에 견주어`,
    multiplier: '연산량, C의 배수',
    difference: (unit) => `loss 차이 (${unit})`,
    xAxis: (reference) => `${reference}의 연산량 (FLOPs)`,
    yAxis: '같은 loss의 연산량, C의 배수',
    description: (others, reference) =>
      `코퍼스 ${others}개가 ${reference}의 loss에 이르는 데 드는 연산량과 그 예산.`,
    sentence: (corpus, reference, budget, times, interval) =>
      times === null
        ? `${corpus}은(는) 그 법칙으로는 어떤 연산량으로도 ${budget} FLOPs에서의 ${reference} loss에 이르지 못합니다.`
        : `${corpus}은(는) ${budget} FLOPs에서의 ${reference} loss에 그 연산량의 ${times}배로 이릅니다${interval === null ? '' : ` ${interval}`}.`,
  },
  conventions: {
    title: (names) =>
      `세는 방법: ${names.length > 2 ? `sweep ${count(names.length)}개` : names.join(', ')}`,
    one: '이 sweep의 열로는 규모를 한 가지로만 셀 수 있습니다. 층, 폭, 시퀀스 길이가 있으면 M을, 어휘 크기까지 있으면 6N₂를 쓸 수 있습니다.',
    caption: (ways, level) =>
      `한 sweep의 지수 a를 열이 허락하는 ${ways}가지 세는 방법으로, ${level} 구간과 함께. run은 같고 무엇을 규모라 부르는지만 다릅니다.`,
    captionOfSeveral: (ways, level) =>
      `열이 여러 방법을 허락하는 sweep들의 지수 a를 ${ways}가지 세는 방법마다, ${level} 구간과 함께. 비교는 한 방법 안에서만 합니다. 방법 사이에는 무엇을 규모라 부르는지만 다릅니다.`,
    differences: '세는 방법마다 a의 차이',
    tableLabel: '세는 방법의 데이터',
    table: '무엇을 세는지에 따른 규모의 법칙',
    convention: '규모',
    description: (ways) => `${ways}가지 세는 방법에서 규모의 지수.`,
  },
  disagreement: {
    title: 'Kaplan과 Chinchilla는 왜 다른가?',
    caption: (citation) =>
      `발표된 값(빈 점): Kaplan의 연구를 한 코퍼스에서 한 단계씩 바로잡은 ${citation}, 데이터의 영향은 DeepSeek-AI 2024 표 4. 불러온 run(채운 점): 그런 연구의 sweep 다섯 개를 놓으면 다시 따라갑니다. 시뮬레이션: Pearce and Song 2024, arXiv:2406.12907을 따라 모든 파라미터에 대한 Epoch 곡면을 잡음 없이 참으로 보았습니다. Warm-up의 token은 절반으로 세고, 데이터는 DeepSeek이 발표한 만큼 a를 옮긴다고 가정합니다. 조정하지 않은 learning rate와 batch의 비용은 Step Law의 run(Li et al. 2025, arXiv:2503.04715)이 최적점 둘레에서 보이는 만큼이고, 더 작은 모델에는 외삽입니다. a를 몇 백분의 일 움직이며, 무엇이 최적인지 말하는 규칙에 따라 방향도 다릅니다. β₂까지 조정한 발표된 단계를 설명하지는 못합니다.`,
    tableLabel: '불일치의 데이터',
    what: '무엇',
    from: '출처',
    interval: '구간',
    slider: '하나씩 바로잡은 단계',
    nowAt: (a) => `RefinedWeb에서 지수는 이제 ${a}입니다(발표된 값).`,
    corpora: { refinedweb: 'RefinedWeb 코퍼스', openwebtext2: 'OpenWebText2 코퍼스' },
    published: (corpus) => `발표: ${corpus}, 앞 단계를 모두 포함`,
    own: 'run에서: 불러온 sweep',
    counting: 'run에서: 보고 있는 sweep, 규모를 세는 방법별',
    simulatedTitle: '시뮬레이션: Epoch 곡면에서, 앞의 단계와 함께 하나씩 바로잡음',
    quality: '발표: 데이터의 영향(DeepSeek, M 기준)',
    steps: {
      'kaplan-counting': {
        name: 'Kaplan의 셈',
        what: 'N과 C 모두에서 embedding과 마지막 층을 세지 않습니다.',
      },
      'head-counted': {
        name: 'head를 셈',
        what: '작은 모델에서 대부분을 차지하는 마지막 층의 FLOPs를 셉니다.',
      },
      'warmup-scaled': {
        name: 'warm-up 조정',
        what: '짧은 run이 더는 step 대부분을 warm-up에 쓰지 않습니다.',
      },
      'decay-matched': {
        name: 'decay 맞춤',
        what: 'learning rate가 각 run의 길이에 맞춰 감소합니다.',
      },
      tuned: {
        name: 'optimizer 조정',
        what: 'learning rate, 배치 크기, β₂를 크기마다 맞춥니다.',
      },
    },
    simulation: (vocabulary, aspect) =>
      `시뮬레이션: 연구에서 다르게 하는 것(어휘 ${wholeNumber(vocabulary)}, 폭은 층수의 ${aspect}배로 가정)`,
    ways: {
      embeddings: 'N에서 embedding을 뺌',
      'last-layer': 'C에서 마지막 층을 뺌',
      'warm-up': '모든 run에 같은 warm-up, 1.57B tokens',
      rate: 'Kaplan 규칙의 learning rate, 조정하지 않음',
      batch: '2¹⁹ token의 batch, 조정하지 않음',
      budgets: '작은 예산, 10¹⁶에서 10¹⁹ FLOPs',
      grid: '모든 예산에 같은 크기 격자, 포물선',
    },
    tunedBy: '조정했다면 따랐을 규칙',
    tuningRules: { 'step-law': 'Step Law', porian: 'Porian 외' },
    data: '데이터',
    simulatedSteps: {
      kaplan: 'Kaplan의 방식',
      counted: 'Embedding과 마지막 층을 셈',
      warmed: 'Warm-up을 길이에 맞춤',
    },
    simulatedAsSet: '위에서 고른 대로',
    description: (rows, low, high) => `${low}에서 ${high}까지, 규모의 지수 ${rows}개.`,
  },
  together: {
    title: (symbol, unit) => `나란히 놓은 곡선과 최소점: ${symbol}, ${unit}`,
    caption:
      '모든 sweep의 IsoFLOP 곡선을 같은 축에 그리고(회색: run, 파랑: 법칙에 쓰는 최소점), 아래에 모든 최소점과 각 sweep의 법칙을 마지막 예산의 10배까지 그렸습니다. 규모나 loss를 세는 방법이 다르면 따로 둡니다.',
    tableLabel: '최소점의 데이터',
    table: '법칙에 쓰는 최소점',
    curvesOf: (name, curves) => `${name}의 IsoFLOP 곡선 ${curves}개, 다른 것들과 같은 축.`,
    optimaOf: (corpora) => `sweep ${corpora}개의 최적 규모와 연산량, 그 법칙.`,
  },
}
