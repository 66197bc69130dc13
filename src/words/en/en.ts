import { checks } from './checks.ts'
import { diagnostics } from './diagnostics.ts'
import { runs } from './runs.ts'
import { quantities } from './quantities.ts'
import { plan } from './plan.ts'
import { laws } from './laws.ts'
import { fit } from './fit.ts'
import { compare } from './compare.ts'
import { reading } from './reading.ts'
import { publicSweeps } from './publicSweeps.ts'
import { issues } from './issues.ts'
import { data } from './data.ts'
import { columns } from './columns.ts'
import { changeText } from './changes.ts'
import { page } from './page.ts'

/** Everything that the page says, in English. */
export const en = {
  language: 'en' as 'en' | 'ko',
  page,
  changeText,
  compare,
  checks,
  diagnostics,
  fit,
  laws,
  plan,
  quantities,
  runs,
  columns,
  data,
  issues,
  publicSweeps,
  reading,
}

/** Everything that the page says, as typed messages; each language has every one of them. */
export type Words = typeof en
