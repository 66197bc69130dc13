import { formatPercent, significant } from '../../format/formatNumber.ts'
import type { SetAsideReason } from '../../scaling/sweeps/setAsideProposals.ts'

/** Why a run is proposed for setting aside, for a table cell or a list. */
export function setAsideSentence(reason: SetAsideReason): string {
  switch (reason.kind) {
    case 'failed':
      return `the tracker says “${reason.status}”`
    case 'unfinished':
      return reason.fractionDone === null
        ? `not finished: the tracker says “${reason.status}”`
        : `not finished: ${formatPercent(reason.fractionDone, 2)} of its planned steps`
    case 'curve':
      return reason.end === 'not-finite'
        ? 'its loss is no number at the end of its log'
        : 'its loss ends far above its lowest'
    case 'copy':
      return 'the same run stands in the sweep before'
    case 'diverged':
      return `diverged: ${significant(reason.timesMedian, 2)} times the median loss of its budget`
    case 'spiked':
      return `spiked: ${formatPercent(reason.excess, 2)} above its budget’s curve, ${significant(reason.deviations, 2)} robust deviations, and above both neighbours`
  }
}
