import type { Words } from '../words/en/en.ts'

/** The ids of public sweeps; what each is stands in `words/` under its id. */
export type PublicSweepId = keyof Words['publicSweeps']

/** A sweep that its authors published on the web. The page loads it from there and keeps no copy. */
export interface PublicSweep {
  readonly id: PublicSweepId
  /** As its authors state it where they put the file; null where they state none. */
  readonly licence: string | null
  readonly citation: string
  /** Of the file itself. */
  readonly url: string
}

const RAW = 'https://raw.githubusercontent.com'

/**
 * Public sweeps that the page can open where their authors put them. To add one, add an entry whose
 * file is read without a change by hand, with the licence as it is stated there.
 */
export const PUBLIC_SWEEPS: readonly PublicSweep[] = [
  {
    id: 'chinchilla-epoch',
    licence: null,
    citation: 'Besiroglu et al. 2024, arXiv:2404.10102',
    url: `${RAW}/epoch-research/analyzing-chinchilla/92258837425e1b5f2851d624287f0120583a3d0e/data/svg_extracted_data.csv`,
  },
  {
    id: 'chinchilla-takano',
    licence: 'Apache-2.0',
    citation: 'kyo-takano/chinchilla, after Besiroglu et al. 2024, arXiv:2404.10102',
    url: `${RAW}/kyo-takano/chinchilla/6e34bdd639e66ed2a987be7a59fb597087a86c1a/examples/llm/df.csv`,
  },
  {
    id: 'marin-comma',
    licence: null,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/9c9225b6095904eac65a2223e3288f46a5cbdadb/data/isoflops/extract/marin_202603/raw/isoflop-comma.csv`,
  },
  {
    id: 'marin-nemotron',
    licence: null,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/9c9225b6095904eac65a2223e3288f46a5cbdadb/data/isoflops/extract/marin_202603/raw/isoflop-nemotron.csv`,
  },
  {
    id: 'marin-dclm',
    licence: null,
    citation: 'Marin project; Open-Athena/scaling-law-analysis',
    url: `${RAW}/Open-Athena/scaling-law-analysis/01245898b998928e56237fabc47c59e751d8176d/data/isoflops/marin_202603/raw/isoflop-dclm.csv`,
  },
  {
    id: 'gemstones-hot',
    licence: null,
    citation: 'McLeish et al. 2025, “Gemstones: A Model Suite for Multi-Faceted Scaling Laws”',
    url: `${RAW}/mcleish7/gemstone-scaling-laws/1fb97a26b3a4ee647475ee3b46d67413b1844405/wandb_dfs/wandb_df_for_fitting_hot.jsonl`,
  },
  {
    id: 'step-law-dense',
    licence: null,
    citation: 'Li et al. 2025, arXiv:2503.04715',
    url: `${RAW}/step-law/steplaw/HEAD/data/dense_lr_bs_loss.csv`,
  },
  {
    id: 'cs336-isoflops',
    licence: null,
    citation: 'Stanford CS336, assignment 3 (scaling)',
    url: `${RAW}/stanford-cs336/assignment3-scaling/HEAD/data/isoflops_curves.json`,
  },
]
