import { useWords } from '../../components/WordsContext.tsx'
import { TypeNumbers } from '../columns/TypeNumbers.tsx'
import type { LoadedSweep } from '../../store/loadedSweep.ts'

/** What a sweep file looks like, where none can be shown. */
export function EmptyState({ sweep }: { readonly sweep: LoadedSweep | null }) {
  const { empty } = useWords().data
  return (
    <section className="card appear-late flex flex-col gap-3 p-6">
      <h2 className="text-[15px] font-semibold">
        {sweep === null ? empty.title : empty.titleOf(sweep.name)}
      </h2>
      <p className="max-w-prose text-sm text-muted">
        {sweep === null ? empty.drop : empty.choose} {empty.needs}
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
