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
import type { Words } from '../en/en.ts'
import { changeText } from './changes.ts'
import { page } from './page.ts'

/** 페이지의 모든 문장, 한국어. */
export const ko: Words = {
  language: 'ko',
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
