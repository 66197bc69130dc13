import type { laws as english } from '../en/laws.ts'

const NAMES: typeof english.names = {
  deepseek: 'DeepSeek이 발표한 법칙(현재 데이터)',
  kaplan: 'Kaplan et al. 2020',
  'chinchilla-1': 'Chinchilla, Approach 1 (학습 곡선의 최소)',
  'chinchilla-2': 'Chinchilla, Approach 2 (IsoFLOP 프로파일)',
  'chinchilla-3': 'Chinchilla, Approach 3 (parametric 곡면)',
  besiroglu: 'Epoch AI의 Chinchilla 재적합',
  'llama-3': 'Llama 3',
  'chinchilla-3-printed': 'Chinchilla, Approach 3, 인쇄된 상수',
  'llama-3-printed': 'Llama 3, 인쇄된 상수',
  minicpm: 'MiniCPM',
  'hunyuan-large': 'Hunyuan-Large',
}

export const laws: typeof english = {
  names: NAMES,
  remarks: {
    deepseek: [
      '규모는 attention을 포함한 non-embedding FLOPs/token인 M입니다.',
      '여덟 예산에서 bits per byte에 적합했으며, 구간은 발표되지 않았습니다.',
      'Dense decoder, 시퀀스 길이 4,096 토큰.',
    ],
    kaplan: [
      'N은 embedding을 뺀 것이고, C는 critical보다 훨씬 작은 배치가 필요로 할 연산량입니다.',
      '구성상 6·N·D는 1.8 C입니다. D는 critical 배치 크기에서의 토큰 수입니다.',
    ],
    'chinchilla-1': [
      'N은 모든 파라미터이며 C = 6ND.',
      '계수는 인쇄되지 않았습니다. Table 3의 670억 파라미터를 지나도록 했고, 그 토큰은 1.5T로 반올림된 값입니다(6ND = 1.047 C).',
    ],
    'chinchilla-2': [
      'N은 모든 파라미터이며 C = 6ND.',
      '계수는 인쇄되지 않았습니다. Table A3의 670억 파라미터를 지나도록 했고, 그 토큰은 1.7T로 반올림된 값입니다(6ND = 0.993 C).',
    ],
    'chinchilla-3': [
      'N은 모든 파라미터이며 C = 6ND. parametric 곡면에서 닫힌 식으로 얻은 것입니다.',
      '5.76 × 10²³ FLOPs에서 파라미터당 59토큰이고, 인쇄된 상수로는 93토큰입니다. 논문은 20토큰으로 학습했습니다.',
    ],
    besiroglu: ['N은 모든 파라미터이며 C = 6ND. parametric 곡면에서 닫힌 식으로 얻은 것입니다.'],
    'llama-3': [
      '토큰의 법칙만 발표되었으며 N은 C/(6D)입니다.',
      '지수는 논문의 값인 3.8 × 10²⁵ FLOPs에서 16.55T 토큰에 맞춘 것입니다. 인쇄된 0.53으로는 10.46T가 됩니다.',
    ],
    'chinchilla-3-printed': [
      '반올림된 지수: 5.76 × 10²³ FLOPs에서 파라미터당 93토큰이며, 논문은 20토큰으로 학습했습니다. 계획에 쓸 법칙이 아닙니다.',
    ],
    'llama-3-printed': [
      '반올림된 지수: 3.8 × 10²⁵ FLOPs에서 10.46T 토큰이며, 논문은 16.55T라고 합니다. 계획에 쓸 법칙이 아닙니다.',
    ],
    minicpm: [
      'N은 embedding을 뺀 것이고, 어떤 연산량에서도 파라미터당 192토큰입니다(코퍼스 평균).',
      '옆에 인쇄된 상수 0.01·(C/6)^−0.1은 6 × 10²¹ FLOPs에서 파라미터당 12,600토큰이 되므로 쓰지 않습니다.',
    ],
    'hunyuan-large': [
      'Mixture of experts: N은 활성 파라미터이며 C = 9.59·N·D + 2.3 × 10⁸·D.',
      'C를 critical보다 훨씬 작은 배치의 연산량 C_min으로 봅니다. a + b는 1.03입니다.',
    ],
  },
  exponents: {
    'deepseek-early': { label: 'DeepSeek, 초기 데이터', corpus: '' },
    'deepseek-current': { label: 'DeepSeek, 현재 데이터', corpus: '' },
    'deepseek-openwebtext2': { label: 'DeepSeek, OpenWebText2', corpus: '' },
    kaplan: { label: 'Kaplan', corpus: 'WebText2' },
    'porian-refinedweb-first': { label: 'Porian, Kaplan 방식', corpus: 'RefinedWeb' },
    'porian-openwebtext2-first': { label: 'Porian, Kaplan 방식', corpus: 'OpenWebText2' },
    'chinchilla-1': { label: 'Chinchilla, Approach 1', corpus: 'MassiveText' },
    'chinchilla-2': { label: 'Chinchilla, Approach 2', corpus: 'MassiveText' },
    'chinchilla-3': { label: 'Chinchilla, Approach 3', corpus: 'MassiveText' },
    besiroglu: { label: 'Epoch 재적합', corpus: 'MassiveText' },
    'porian-refinedweb-tuned': { label: 'Porian, 조정 후', corpus: 'RefinedWeb' },
    'porian-openwebtext2-tuned': { label: 'Porian, 조정 후', corpus: 'OpenWebText2' },
    'llama-3': { label: 'Llama 3', corpus: 'Meta의 혼합' },
  },
  intervals: {
    'bootstrap-10-90': 'bootstrap의 10–90%',
    'standard-errors': '±1.96 표준오차',
    'as-printed': '인쇄된 구간, 수준은 확인되지 않음',
  },
  conventions: {
    'flops-per-token': 'M 기준 규모, attention을 포함한 FLOPs/token',
    'non-embedding': 'non-embedding 파라미터 기준 규모',
    'with-vocabulary': '어휘를 포함한 파라미터 기준 규모',
    'as-given': '파라미터 기준 규모, 세는 방법은 출처에 따름',
  },
  corpora: { early: '초기 데이터', current: '현재 데이터', openwebtext2: 'OpenWebText2' },
  atQuality: (corpus) =>
    corpus === 'current'
      ? NAMES.deepseek
      : `DeepSeek의 지수(${corpus === null ? '코퍼스 사이에서 보간' : corpus === 'early' ? '초기 데이터' : 'OpenWebText2'})`,
}
