import { useId, useState } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { Slider } from '../../components/Slider.tsx'
import { formatPercent, scientificText, significant } from '../../format/formatNumber.ts'
import { ACCELERATORS } from '../../laws/accelerators.ts'
import { PUBLISHED_CORPORA } from '../../laws/dataQuality.ts'
import { acceleratorDays } from '../../planning/acceleratorDays.ts'
import { MAX_BUDGET, MIN_BUDGET, parseComputeBudget } from '../../planning/computeBudget.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import { budgetSentence } from '../text/budgetSentence.ts'
import { PIN_BUDGET, useFittedLaws, useQualityLaw } from '../state/usePlan.ts'

const SHOWN_ACCELERATORS = ACCELERATORS.filter(({ id }) => id === 'a100-80' || id === 'h100-sxm')

/** What a plan starts from: the budget and whose law splits it. */
export function BudgetControls() {
  return (
    <div className="flex flex-col gap-2">
      <ComputeBudget />
      <LawSource />
    </div>
  )
}

function ComputeBudget() {
  const computeFlops = useDashboard((state) => state.computeFlops)
  const setComputeFlops = useDashboard((state) => state.setComputeFlops)
  const utilisation = useDashboard((state) => state.utilisation)
  return (
    <div className="flex flex-col gap-1">
      <h2 className="text-[15px] font-semibold">
        At <i>C</i> = <Scientific value={computeFlops} /> FLOPs
      </h2>
      <Slider
        label={<span className="sr-only">Compute budget C (FLOPs, logarithmic)</span>}
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
            = {formatDays(acceleratorDays(computeFlops, accelerator, utilisation))}{' '}
            {accelerator.name.split(' ')[0]}-days
          </li>
        ))}
        <li>at {formatPercent(utilisation, 2)} of dense bf16 peak</li>
      </ul>
    </div>
  )
}

function formatDays(days: number): string {
  return days >= 0.01 && days < 100_000 ? significant(days, 3) : scientificText(days, 2)
}

/** A budget in words: `3e21`, `1.2 ZFLOP`, `500 A100-days`. The last good budget stays on error. */
function TypedBudget() {
  const id = useId()
  const [text, setText] = useState('')
  const [message, setMessage] = useState<{
    readonly tone: 'read' | 'unreadable'
    readonly text: string
  } | null>(null)
  const setComputeFlops = useDashboard((state) => state.setComputeFlops)
  const utilisation = useDashboard((state) => state.utilisation)
  const setUtilisation = useDashboard((state) => state.setUtilisation)
  const [applied, setApplied] = useState('')
  const apply = (): void => {
    setApplied(text)
    if (text.trim() === '') {
      setMessage(null)
      return
    }
    const parsed = parseComputeBudget(text, utilisation)
    if (parsed.status === 'read') setComputeFlops(parsed.flops)
    setMessage({ tone: parsed.status, text: budgetSentence(parsed) })
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
            Type a budget
          </label>
          <input
            id={id}
            className="text-input"
            placeholder="3e21, 1.2 ZFLOP, 500 A100-days"
            value={text}
            aria-invalid={message?.tone === 'unreadable'}
            aria-describedby={message === null ? undefined : `${id}-message`}
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
          Set
        </button>
        <Choice
          label="MFU"
          labelHidden
          value={String(utilisation)}
          options={[0.3, 0.4, 0.5, 0.6, 1].map((value) => ({
            value: String(value),
            text: `${formatPercent(value, 2)} MFU`,
          }))}
          onChange={(value) => {
            setUtilisation(Number(value))
          }}
        />
      </div>
      <p
        id={`${id}-message`}
        role="status"
        className={`text-xs ${message?.tone === 'unreadable' ? 'text-error' : 'text-muted'}`}
      >
        {message?.text}
      </p>
    </form>
  )
}

function LawSource() {
  const plansWithFit = useDashboard((state) => state.plansWithFit)
  const planWithFit = useDashboard((state) => state.planWithFit)
  const hasFit = useFittedLaws() !== null
  return (
    <Choice
      label="Plan with"
      value={hasFit && plansWithFit ? 'fitted' : 'published'}
      options={[
        ...(hasFit ? [{ value: 'fitted' as const, text: 'the law fitted to this sweep' }] : []),
        { value: 'published' as const, text: 'DeepSeek’s published law' },
      ]}
      onChange={(value) => {
        planWithFit(value === 'fitted')
      }}
    />
  )
}

/** The position between published corpora that DeepSeek's exponents are taken at. */
export function DataQuality() {
  const quality = useDashboard((state) => state.quality)
  const setQuality = useDashboard((state) => state.setQuality)
  const law = useQualityLaw()
  const named = PUBLISHED_CORPORA.find((_, index) => index === quality)
  const exponents = `a = ${significant(law.scale.exponent, 3)}, b = ${significant(law.tokens.exponent, 3)}`
  return (
    <div className="flex flex-col gap-1">
      <Slider
        label="Data quality (DeepSeek’s published exponents)"
        value={quality}
        min={0}
        max={2}
        step={0.05}
        valueText={`${named?.name ?? `between corpora, position ${significant(quality, 3)}`}: ${exponents}`}
        onChange={setQuality}
        marks={[
          { at: 0.16, text: 'early' },
          { at: 1, text: 'current' },
          { at: 1.72, text: 'OpenWebText2' },
        ]}
      />
      <p className="text-xs text-muted tabular-nums">
        {exponents}
        {quality === 1 ? (
          ', as published.'
        ) : (
          <>
            {named === undefined ? ', interpolated' : ', as published'}; its coefficient is not
            published: assumed to meet the current-data law at{' '}
            <Scientific value={PIN_BUDGET} digits={1} /> FLOPs.
          </>
        )}
      </p>
    </div>
  )
}
