import { TypeNumbers } from '../columns/TypeNumbers.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** What a sweep file looks like, where none can be shown. */
export function EmptyState({ sweep }: { readonly sweep: LoadedSweep | null }) {
  return (
    <section className="card appear-late flex flex-col gap-3 p-6">
      <h2 className="text-[15px] font-semibold">
        {sweep === null ? 'No sweep yet' : `No runs could be read from ${sweep.name}`}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {sweep === null
          ? 'Drop a file of training runs anywhere on the page, one row a run.'
          : 'Choose the columns on the data side, or add another file.'}{' '}
        A sweep needs a loss and two of compute, model scale and tokens; a header like one of these
        is recognised:
      </p>
      <pre className="overflow-x-auto rounded-md border border-line p-3 text-xs">
        {
          'flops,params,tokens,loss\nModel Size,Training FLOP,loss\nflops_budget,depth,model_dim,params_transformer,params_lm_head,tokens_trained,val_bpb'
        }
      </pre>
      {sweep !== null && <TypeNumbers sweep={sweep} />}
    </section>
  )
}
