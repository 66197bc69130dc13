/** What each public sweep is, and how its columns are read. */
export const publicSweeps = {
  'chinchilla-epoch': {
    name: 'Chinchilla, read off its figure',
    what: '245 runs of Hoffmann et al. (2022) as Epoch AI took them from a figure; budgets scatter by about 10%.',
    mapping: 'Model Size is N, Training FLOP is C, loss in nats/token; D = C / 6N',
  },
  'chinchilla-takano': {
    name: 'Chinchilla, 234 points with D',
    what: 'A clean copy of 234 of Epoch’s points with columns C, N, D and loss.',
    mapping: 'C, N, D, loss in nats/token',
  },
  'marin-comma': {
    name: 'Marin IsoFLOP, Common Pile (comma)',
    what: 'IsoFLOP runs of one model family on the comma corpus, exported from a tracker.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'marin-nemotron': {
    name: 'Marin IsoFLOP, Nemotron',
    what: 'The same model family on the nemotron corpus.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'marin-dclm': {
    name: 'Marin IsoFLOP, DCLM',
    what: 'The same model family on the DCLM corpus.',
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  'gemstones-hot': {
    name: 'Gemstones, constant learning rate',
    what: 'Checkpoints of models of many shapes before their learning rate decays; not IsoFLOP.',
    mapping: 'params_active_precise is N, tokens is D, final_loss in nats/token; C = 6·N·D',
  },
  'step-law-dense': {
    name: 'Step Law, dense models',
    what: 'About 1,900 runs over learning rate and batch size for 17 pairs of N and D.',
    mapping: 'lr, bs in sequences of 2,048 tokens, smooth loss in nats/token, N non-embedding, D',
  },
  'cs336-isoflops': {
    name: 'CS336 assignment 3 (synthetic)',
    what: '72 synthetic runs without noise, made for a course exercise from a known law.',
    mapping: 'parameters, compute_budget, final_loss in nats/token; D = C / 6N',
  },
}
