/** A sweep that its authors published on the web. The page loads it from there and keeps no copy. */
export interface PublicSweep {
  readonly id: string
  readonly name: string
  /** What it is, in a sentence. */
  readonly what: string
  /** As its authors state it where they put the file. */
  readonly licence: string
  readonly citation: string
  /** Of the file itself. */
  readonly url: string
  /** How its columns are read, in words: what the page recognises without help. */
  readonly mapping: string
}

const RAW = 'https://raw.githubusercontent.com'
const NOT_STATED = 'none stated in the repository'

/**
 * Public sweeps that the page can open where their authors put them. To add one, add an entry whose
 * file is read without a change by hand, with the licence as it is stated there.
 */
export const PUBLIC_SWEEPS: readonly PublicSweep[] = [
  {
    id: 'chinchilla-epoch',
    name: 'Chinchilla, read off its figure',
    what: '245 runs of Hoffmann et al. (2022) as Epoch AI took them from a figure; budgets scatter by about 10%.',
    licence: NOT_STATED,
    citation: 'Besiroglu et al. 2024, arXiv:2404.10102',
    url: `${RAW}/epoch-research/analyzing-chinchilla/92258837425e1b5f2851d624287f0120583a3d0e/data/svg_extracted_data.csv`,
    mapping: 'Model Size is N, Training FLOP is C, loss in nats/token; D = C / 6N',
  },
  {
    id: 'chinchilla-takano',
    name: 'Chinchilla, 234 points with D',
    what: 'A clean copy of 234 of Epoch’s points with columns C, N, D and loss.',
    licence: 'Apache-2.0',
    citation: 'kyo-takano/chinchilla, after Besiroglu et al. 2024, arXiv:2404.10102',
    url: `${RAW}/kyo-takano/chinchilla/6e34bdd639e66ed2a987be7a59fb597087a86c1a/examples/llm/df.csv`,
    mapping: 'C, N, D, loss in nats/token',
  },
  {
    id: 'marin-comma',
    name: 'Marin IsoFLOP, Common Pile (comma)',
    what: 'IsoFLOP runs of one model family on the comma corpus, exported from a tracker.',
    licence: NOT_STATED,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/9c9225b6095904eac65a2223e3288f46a5cbdadb/data/isoflops/extract/marin_202603/raw/isoflop-comma.csv`,
    mapping: 'total_gflops is C in GFLOPs, total_tokens is D, Paloma macro loss in nats/token',
  },
  {
    id: 'marin-nemotron',
    name: 'Marin IsoFLOP, Nemotron',
    what: 'The same model family on the nemotron corpus.',
    licence: NOT_STATED,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/9c9225b6095904eac65a2223e3288f46a5cbdadb/data/isoflops/extract/marin_202603/raw/isoflop-nemotron.csv`,
    mapping: 'as Marin comma',
  },
  {
    id: 'marin-dclm',
    name: 'Marin IsoFLOP, DCLM',
    what: 'The same model family on the DCLM corpus.',
    licence: NOT_STATED,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/01245898b998928e56237fabc47c59e751d8176d/data/isoflops/marin_202603/raw/isoflop-dclm.csv`,
    mapping: 'as Marin comma',
  },
  {
    id: 'gemstones-hot',
    name: 'Gemstones, constant learning rate',
    what: 'Checkpoints of models of many shapes before their learning rate decays; not IsoFLOP.',
    licence: NOT_STATED,
    citation: 'McLeish et al. 2025, “Gemstones: A Model Suite for Multi-Faceted Scaling Laws”',
    url: `${RAW}/mcleish7/gemstone-scaling-laws/1fb97a26b3a4ee647475ee3b46d67413b1844405/wandb_dfs/wandb_df_for_fitting_hot.jsonl`,
    mapping: 'params_active_precise is N, tokens is D, final_loss in nats/token; C = 6·N·D',
  },
  {
    id: 'step-law-dense',
    name: 'Step Law, dense models',
    what: 'About 1,900 runs over learning rate and batch size for 17 pairs of N and D.',
    licence: NOT_STATED,
    citation: 'Li et al. 2025, arXiv:2503.04715',
    url: `${RAW}/step-law/steplaw/HEAD/data/dense_lr_bs_loss.csv`,
    mapping: 'lr, bs in sequences of 2,048 tokens, smooth loss in nats/token, N non-embedding, D',
  },
  {
    id: 'cs336-isoflops',
    name: 'CS336 assignment 3 (synthetic)',
    what: '72 synthetic runs without noise, made for a course exercise from a known law.',
    licence: NOT_STATED,
    citation: 'Stanford CS336, assignment 3 (scaling)',
    url: `${RAW}/stanford-cs336/assignment3-scaling/HEAD/data/isoflops_curves.json`,
    mapping: 'parameters, compute_budget, final_loss in nats/token; D = C / 6N',
  },
]
