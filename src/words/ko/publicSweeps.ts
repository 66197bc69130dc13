import type { publicSweeps as english } from '../en/publicSweeps.ts'

export const publicSweeps: typeof english = {
  'chinchilla-epoch': {
    name: 'Chinchilla, 그림에서 읽은 점',
    what: 'Hoffmann et al. (2022)의 run 245개를 Epoch AI가 그림에서 읽은 것. 예산이 약 10% 흩어져 있습니다.',
    mapping: 'Model Size는 N, Training FLOP은 C, loss는 nats/token; D = C / 6N',
  },
  'chinchilla-takano': {
    name: 'Chinchilla, D가 있는 점 234개',
    what: 'Epoch이 읽은 점 중 234개를 C, N, D, loss 열로 정리한 것.',
    mapping: 'C, N, D 열과 nats/token의 loss',
  },
  'marin-comma': {
    name: 'Marin IsoFLOP, Common Pile (comma)',
    what: 'comma 코퍼스에서 한 모델 계열의 IsoFLOP run, 추적기에서 내보낸 것.',
    mapping: 'total_gflops는 GFLOPs 단위의 C, total_tokens는 D, Paloma macro loss는 nats/token',
  },
  'marin-nemotron': {
    name: 'Marin IsoFLOP, Nemotron',
    what: 'nemotron 코퍼스에서 같은 모델 계열.',
    mapping: 'total_gflops는 GFLOPs 단위의 C, total_tokens는 D, Paloma macro loss는 nats/token',
  },
  'marin-dclm': {
    name: 'Marin IsoFLOP, DCLM',
    what: 'DCLM 코퍼스에서 같은 모델 계열.',
    mapping: 'total_gflops는 GFLOPs 단위의 C, total_tokens는 D, Paloma macro loss는 nats/token',
  },
  'gemstones-hot': {
    name: 'Gemstones, 일정한 학습률',
    what: '학습률이 감소하기 전, 여러 모양의 모델의 체크포인트. IsoFLOP이 아닙니다.',
    mapping: 'params_active_precise는 N, tokens는 D, final_loss는 nats/token; C = 6·N·D',
  },
  'step-law-dense': {
    name: 'Step Law, dense 모델',
    what: 'N과 D의 쌍 17개에서 학습률과 배치 크기를 바꾼 run 약 1,900개.',
    mapping: 'lr, bs(2,048 토큰 시퀀스 수), smooth loss(nats/token), N(non-embedding), D',
  },
  'cs336-isoflops': {
    name: 'CS336 과제 3 (합성)',
    what: '강의 과제를 위해 알려진 법칙에서 잡음 없이 만든 합성 run 72개.',
    mapping: 'parameters, compute_budget, final_loss는 nats/token; D = C / 6N',
  },
}
