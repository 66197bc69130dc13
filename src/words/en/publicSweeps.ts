/** What each public sweep is, and how its columns are read. */
export const publicSweeps = {
  'chinchilla-epoch': {
    what: '245 runs of Hoffmann et al. (2022) as Epoch AI took them from a figure; budgets scatter by about 10%.',
    mapping: 'Model Size is N, Training FLOP is C, loss in nats/token; D = C / 6N',
  },
  'chinchilla-takano': {
    what: 'A clean copy of 234 of Epoch’s points with columns C, N, D and loss.',
    mapping: 'C, N, D, loss in nats/token',
  },
  'marin-comma': {
    what: 'IsoFLOP runs of one model family on the comma corpus, exported from a tracker.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'marin-nemotron': {
    what: 'The same model family on the nemotron corpus.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'marin-dclm': {
    what: 'The same model family on the DCLM corpus.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'gemstones-hot': {
    what: 'Checkpoints of models of many shapes before their learning rate decays; not IsoFLOP.',
    mapping: 'params_active_precise is N, tokens is D, final_loss in nats/token; C = 6·N·D',
  },
  'step-law-dense': {
    what: 'About 1,900 runs over learning rate and batch size for 17 pairs of N and D.',
    mapping: 'lr, bs in sequences of 2,048 tokens, smooth loss in nats/token, N non-embedding, D',
  },
  'cs336-isoflops': {
    what: '72 synthetic runs without noise, made for a course exercise from a known law.',
    mapping: 'parameters, compute_budget, final_loss in nats/token; D = C / 6N',
  },
}
