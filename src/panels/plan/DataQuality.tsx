import { memo, type ReactNode } from 'react'
import { Choice } from '../../components/Choice.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { PartsText } from '../../components/PartsText.tsx'
import { Slider } from '../../components/Slider.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { formatRange, significant } from '../../format/formatNumber.ts'
import { corpusAt } from '../../laws/dataQuality.ts'
import { MAX_BUDGET, MIN_BUDGET } from '../../planning/computeBudget.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import type { BetweenCorpora } from '../../study/comparison/between.ts'
import type { FittedAllocation } from '../../study/fittedAllocation.ts'
import { useOwnCorpora } from '../state/OwnCorpora.tsx'
import { exponentIntervals, useBetween } from '../state/useBetween.ts'
import { betweenNames, useQualityLaw } from '../state/usePlan.ts'
import { Scientific } from '../text/Scientific.tsx'

/** The position between corpora, the person's own or published ones, that exponents are taken at. */
export const DataQuality = memo(function DataQuality() {
  const { plan } = useWords()
  const choosePlan = useDashboard((state) => state.choosePlan)
  const corpora = useOwnCorpora()
  const between = useBetween()
  return (
    <div className="flex flex-col gap-1">
      {corpora.length > 1 && (
        <Choice
          label={plan.ownCorpora.choice}
          value={between === null ? 'published' : 'loaded'}
          options={(['published', 'loaded'] as const).map((value) => ({
            value,
            text: plan.ownCorpora.choices[value],
          }))}
          onChange={(value) => {
            choosePlan({ plansBetween: value === 'loaded' })
          }}
        />
      )}
      {between === null ? <PublishedQuality /> : <OwnQuality of={between} corpora={corpora} />}
    </div>
  )
})

/** Longer names do not fit under the slider. */
const MARK_LENGTH = 16
/** Marks at the ends stand a little inside, so that they do not leave the card. */
const INSIDE = 0.12

function OwnQuality({
  of: between,
  corpora,
}: {
  readonly of: BetweenCorpora
  readonly corpora: readonly FittedAllocation[]
}) {
  const { plan } = useWords()
  const said = plan.ownCorpora
  const position = useDashboard((state) => state.corpusPosition)
  const level = useDashboard((state) => state.intervals.level)
  const choosePlan = useDashboard((state) => state.choosePlan)
  const last = corpora.length - 1
  const { a, b } = exponentIntervals(between, level)
  const exponent = (name: string, value: number, interval: typeof a): string =>
    `${name} = ${value.toFixed(3)}${interval === null ? '' : ` ${formatRange(interval.low, interval.high, 3)}`}`
  const exponents = `${exponent('a', between.scale.exponent, a)}, ${exponent('b', between.tokens.exponent, b)}`
  const name = plan.betweenName(...betweenNames(between))
  return (
    <>
      <Slider
        label={said.quality}
        value={Math.min(last, position)}
        min={0}
        max={last}
        step={0.02}
        valueText={`${name}: ${exponents}`}
        onChange={(corpusPosition) => {
          choosePlan({ corpusPosition })
        }}
        marks={corpora.flatMap(({ sweepName }, at) =>
          last > 2 && at > 0 && at < last
            ? []
            : [
                {
                  at: Math.min(last * (1 - INSIDE), Math.max(last * INSIDE, at)),
                  text:
                    sweepName.length > MARK_LENGTH
                      ? `${sweepName.slice(0, MARK_LENGTH - 1)}…`
                      : sweepName,
                },
              ],
        )}
      />
      <p className="text-xs text-muted tabular-nums">
        <data value={between.scale.exponent}>{exponents}</data>
        {`, ${name}. `}
        {between.share > 0 && between.share < 1 && `${said.assumed} `}
        {said.order}
      </p>
      <ShowAllCorpora>{said.showAll}</ShowAllCorpora>
    </>
  )
}

function ShowAllCorpora({ children }: { readonly children: ReactNode }) {
  const showsAllCorpora = useDashboard((state) => state.showsAllCorpora)
  const showAllCorpora = useDashboard((state) => state.showAllCorpora)
  return (
    <label className="inline-flex items-center gap-1.5 text-xs text-muted">
      <input
        type="checkbox"
        checked={showsAllCorpora}
        onChange={(event) => {
          showAllCorpora(event.currentTarget.checked)
        }}
      />
      {children}
    </label>
  )
}

function PublishedQuality() {
  const { plan, laws } = useWords()
  const quality = useDashboard((state) => state.quality)
  const setQuality = useDashboard((state) => state.setQuality)
  const pinBudget = useDashboard((state) => state.pinBudget)
  const setPinBudget = useDashboard((state) => state.setPinBudget)
  const law = useQualityLaw()
  const named = corpusAt(quality)
  const exponents = `a = ${significant(law.scale.exponent, 3)}, b = ${significant(law.tokens.exponent, 3)}`
  return (
    <>
      <Slider
        label={plan.quality}
        value={quality}
        min={0}
        max={2}
        step={0.05}
        valueText={`${named === null ? plan.between(significant(quality, 3)) : laws.corpora[named]}: ${exponents}`}
        onChange={setQuality}
        marks={[
          { at: 0.16, text: plan.marks.early },
          { at: 1, text: plan.marks.current },
          { at: 1.72, text: plan.marks.openwebtext2 },
        ]}
      />
      <p className="text-xs text-muted tabular-nums">
        {exponents}
        {quality === 1 ? (
          plan.asPublished
        ) : (
          <PartsText
            of={plan.pinned<ReactNode>(named !== null, <Scientific value={pinBudget} digits={2} />)}
          />
        )}
      </p>
      <details className="text-xs text-muted">
        <summary className="cursor-pointer">{plan.pin.title}</summary>
        <div className="flex flex-col gap-1.5 pt-1.5">
          <NumberField
            label={plan.pin.budget}
            unit="FLOPs"
            value={pinBudget}
            limits={[MIN_BUDGET, MAX_BUDGET]}
            onChange={setPinBudget}
          />
          <ShowAllCorpora>{plan.pin.showAll}</ShowAllCorpora>
        </div>
      </details>
    </>
  )
}
