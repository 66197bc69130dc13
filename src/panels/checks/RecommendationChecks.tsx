import { memo } from 'react'
import { useWords } from '../../components/WordsContext.tsx'
import { compactCount } from '../../format/formatNumber.ts'
import { evaluatePowerLaw } from '../../scaling/forms/powerLaw.ts'
import { flopsPerScaleToken } from '../../scaling/forms/parametricLoss.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { flatRangeOfSurface } from '../../study/checks/flatness.ts'
import { backtestMisses } from '../../tables/backtest.ts'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { useStudyChecks } from '../state/StudyChecks.tsx'
import type { PlanLaws } from '../state/usePlan.ts'
import { DiagnosticsList } from './DiagnosticsPanel.tsx'

/** Diagnostics that stand beside the recommendation; the others have a place of their own. */
const SHOWN = 3

/** What the checks say of the recommendation: how flat it is, the back-test, the gravest diagnostics. */
export const RecommendationChecks = memo(function RecommendationChecks({
  laws,
}: {
  readonly laws: PlanLaws
}) {
  const { checks: said, diagnostics: words } = useWords()
  const { checks, stale } = useStudyChecks()
  if (checks === null || laws.fitted === null) return null
  const { backtest, diagnostics } = checks
  return (
    <div className={`flex flex-col gap-1.5 ${stale ? 'opacity-50' : ''}`} data-checks="">
      <FlatnessNote laws={laws} />
      {typeof backtest !== 'string' && (
        <p className="text-xs text-muted">
          {said.backtest.summary(backtest.isHeld, backtest.leftOut, backtestMisses(backtest))}
        </p>
      )}
      <DiagnosticsList diagnostics={diagnostics.slice(0, SHOWN)} />
      {diagnostics.length > SHOWN && (
        <Disclosure title={words.title} summary={words.more(diagnostics.length - SHOWN)}>
          <DiagnosticsList diagnostics={diagnostics.slice(SHOWN)} />
        </Disclosure>
      )}
    </div>
  )
})

/**
 * The scales about the recommended one that waste little compute; as wide as the surface has it at the budget.
 * Follows the slider by itself.
 */
function FlatnessNote({ laws }: { readonly laws: PlanLaws }) {
  const { checks: said, quantities } = useWords()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const share = useDashboard((state) => state.flatness)
  const { checks } = useStudyChecks()
  const surface = checks?.surface ?? null
  if (surface?.fit.status !== 'fitted' || surface.fit.degeneracy !== null) return null
  const { metric } = surface
  const k = flopsPerScaleToken(metric)
  const { low, high, optimum } = flatRangeOfSurface(surface.fit.surface, k, computeFlops, share)
  if (low === null || high === null) return null
  const recommended = evaluatePowerLaw(laws.scale, computeFlops)
  const { symbol, unit } = METRIC_LABELS[metric]
  return (
    <p className="text-xs text-muted">
      {said.flatness.note(
        share,
        compactCount((low / optimum) * recommended),
        compactCount((high / optimum) * recommended),
        `${symbol}, ${quantities.units[unit]}`,
      )}
    </p>
  )
}
