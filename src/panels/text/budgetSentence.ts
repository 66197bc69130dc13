import { scientificText, significant, formatPercent } from '../../format/formatNumber.ts'
import { MAX_BUDGET, MIN_BUDGET, type ParsedBudget } from '../../planning/computeBudget.ts'

/** How a typed budget was understood, or why it was not, in a sentence. */
export function budgetSentence(parsed: ParsedBudget): string {
  if (parsed.status === 'read') {
    const flops = `${scientificText(parsed.flops)} FLOPs`
    if (parsed.reading.kind === 'flops') return `Read as ${flops}.`
    const { accelerator, deviceDays, peak, format, utilisation } = parsed.reading
    return `${significant(deviceDays, 3)} ${accelerator.name} days at ${significant(peak / 1e12, 4)} TFLOP/s dense ${format} and ${formatPercent(utilisation)} utilisation: ${flops}.${accelerator.confidence === 'single-source' ? ' The peak rests on a single source.' : ''}`
  }
  switch (parsed.reason) {
    case 'not-a-budget':
      return `“${parsed.found}” is not a budget. Write it like 3e21, 1.2 ZFLOP, 2 PF-days or 500 A100-days.`
    case 'unknown-accelerator':
      return `“${parsed.found}” is not an accelerator known here. Try A100, H100, H200, B200, MI300X or TPU v5p.`
    case 'out-of-range':
      return `“${parsed.found}” lies outside ${scientificText(MIN_BUDGET, 1)} – ${scientificText(MAX_BUDGET, 1)} FLOPs.`
  }
}
