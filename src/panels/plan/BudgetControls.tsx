import { PartsText } from '../../components/PartsText.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { memo, useId, useState, type ReactNode } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { Slider } from '../../components/Slider.tsx'
import { scientificText, significant } from '../../format/formatNumber.ts'
import { ACCELERATORS } from '../../laws/accelerators.ts'
import type { AllocationLawId } from '../../laws/allocationLaw.ts'
import { ALL_ALLOCATIONS } from '../../laws/publishedAllocations.ts'
import { acceleratorDays } from '../../planning/acceleratorDays.ts'
import {
  MAX_BUDGET,
  MIN_BUDGET,
  parseComputeBudget,
  type ParsedBudget,
} from '../../planning/computeBudget.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { useOwnCorpora } from '../state/OwnCorpora.tsx'
import { useBetween } from '../state/useBetween.ts'
import { useFittedLaws } from '../state/usePlan.ts'

const SHOWN_ACCELERATORS = ACCELERATORS.filter(({ id }) => id === 'a100-80' || id === 'h100-sxm')

/** What a plan starts from: the budget and whose law splits it. */
export const BudgetControls = memo(function BudgetControls() {
  return (
    <div className="flex flex-col gap-2">
      <ComputeBudget />
      <LawSource />
    </div>
  )
})

function ComputeBudget() {
  const { plan } = useWords()
  const computeFlops = useDashboard((state) => state.computeFlops)
  const setComputeFlops = useDashboard((state) => state.setComputeFlops)
  const utilisation = useDashboard((state) => state.utilisation)
  return (
    <div className="flex flex-col gap-1">
      <h2 className="text-[15px] font-semibold">
        <PartsText
          of={plan.atBudget<ReactNode>(
            <>
              <i>C</i> = <Scientific value={computeFlops} />
            </>,
          )}
        />
      </h2>
      <Slider
        label={<span className="sr-only">{plan.budgetSlider}</span>}
        value={Math.log10(computeFlops)}
        min={Math.log10(MIN_BUDGET)}
        max={Math.log10(MAX_BUDGET)}
        step={0.01}
        valueText={`${scientificText(computeFlops)} FLOPs`}
        onChange={(log10) => {
          // Two decimals of the exponent: 10^20.48 reads as 3.02e20, and typed budgets stay exact.
          setComputeFlops(10 ** log10)
        }}
        marks={[6, 12, 17, 22, 28].map((at) => ({
          at,
          text: (
            <>
              10<sup>{at}</sup>
            </>
          ),
        }))}
      />
      <TypedBudget />
      <ul className="flex flex-wrap gap-x-3 text-xs text-muted tabular-nums">
        {SHOWN_ACCELERATORS.map((accelerator) => (
          <li key={accelerator.id}>
            {plan.deviceDays(
              formatDays(acceleratorDays(computeFlops, accelerator, utilisation)),
              accelerator.name.split(' ')[0] ?? '',
            )}
          </li>
        ))}
        <li>{plan.ofPeak(utilisation)}</li>
      </ul>
    </div>
  )
}

function formatDays(days: number): string {
  return days >= 0.01 && days < 100_000 ? significant(days, 3) : scientificText(days, 2)
}

/** A budget in words: `3e21`, `1.2 ZFLOP`, `500 A100-days`. The last good budget stays on error. */
const TypedBudget = memo(function TypedBudget() {
  const { plan } = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const [parsed, setParsed] = useState<ParsedBudget | null>(null)
  const setComputeFlops = useDashboard((state) => state.setComputeFlops)
  const utilisation = useDashboard((state) => state.utilisation)
  const setUtilisation = useDashboard((state) => state.setUtilisation)
  const [applied, setApplied] = useState('')
  const apply = (): void => {
    setApplied(text)
    if (text.trim() === '') {
      setParsed(null)
      return
    }
    const budget = parseComputeBudget(text, utilisation)
    if (budget.status === 'read') setComputeFlops(budget.flops)
    setParsed(budget)
  }
  return (
    <form
      className="flex flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <div className="flex items-end gap-2">
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          <label htmlFor={id} className="sr-only">
            {plan.typeBudget}
          </label>
          <input
            id={id}
            className="text-input"
            placeholder="3e21, 1.2 ZFLOP, 500 A100-days"
            value={text}
            aria-invalid={parsed?.status === 'unreadable'}
            aria-describedby={parsed === null ? undefined : `${id}-message`}
            onChange={(event) => {
              setText(event.currentTarget.value)
            }}
            onBlur={() => {
              // Leaving the field must not bring back a budget that the slider has left since.
              if (text !== applied) apply()
            }}
          />
        </span>
        <button type="submit" className="button">
          {plan.set}
        </button>
        <Choice
          label={plan.utilisation}
          labelHidden
          value={String(utilisation)}
          options={[...new Set([0.3, 0.4, 0.5, 0.6, 1, utilisation])]
            .sort((a, b) => a - b)
            .map((value) => ({
              value: String(value),
              text: plan.mfu(value),
            }))}
          onChange={(value) => {
            setUtilisation(Number(value))
          }}
        />
      </div>
      <p
        id={`${id}-message`}
        role="status"
        className={`text-xs ${parsed?.status === 'unreadable' ? 'text-error' : 'text-muted'}`}
      >
        {parsed === null ? '' : plan.read(parsed)}
      </p>
    </form>
  )
})

/** The law that was fitted to the sweep, and that between the person's corpora, among the published ones. */
const OWN = 'own' as const
const BETWEEN = 'between' as const

const LawSource = memo(function LawSource() {
  const { plan, laws } = useWords()
  const plansWithFit = useDashboard((state) => state.plansWithFit)
  const planWithFit = useDashboard((state) => state.planWithFit)
  const publishedLawId = useDashboard((state) => state.publishedLawId)
  const choosePlan = useDashboard((state) => state.choosePlan)
  const hasFit = useFittedLaws() !== null
  const hasCorpora = useOwnCorpora().length > 1
  const isBetween = useBetween() !== null
  return (
    <Choice<typeof OWN | typeof BETWEEN | AllocationLawId>
      label={plan.planWith}
      value={isBetween ? BETWEEN : hasFit && plansWithFit ? OWN : publishedLawId}
      options={[
        ...(hasFit ? [{ value: OWN, text: plan.fittedLaw }] : []),
        ...(hasCorpora ? [{ value: BETWEEN, text: plan.ownCorpora.law }] : []),
        ...ALL_ALLOCATIONS.map(({ id }) => ({ value: id, text: laws.names[id] })),
      ]}
      onChange={(value) => {
        choosePlan({ plansBetween: value === BETWEEN })
        if (value === BETWEEN) return
        planWithFit(value === OWN)
        if (value !== OWN) choosePlan({ publishedLawId: value })
      }}
    />
  )
})
