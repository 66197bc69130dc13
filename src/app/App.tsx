import { sampleSweepQuery } from '../queries/sampleSweepQuery.ts'
import { LanguageProvider } from './Language.tsx'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { readAddress } from '../settings/address.ts'
import { createDashboardStore } from '../store/createDashboardStore.ts'
import { DashboardProvider } from '../store/dashboardContext.tsx'
import { FileReadingProvider } from '../panels/state/FileReading.tsx'
import { LawReplicatesProvider } from '../panels/state/LawReplicates.tsx'
import { OwnCorporaProvider } from '../panels/state/OwnCorpora.tsx'
import { StudyChecksProvider } from '../panels/state/StudyChecks.tsx'
import { Dashboard } from './Dashboard.tsx'
import { TASK_TURNS } from './taskTurns.ts'
import { TurnsProvider } from '../panels/state/InTurn.tsx'
import { KeptSweeps } from './KeptSweeps.tsx'
import { LitBudget } from './LitBudget.tsx'
import { ThemeOnPage } from './ThemeOnPage.tsx'

/** The whole page with a store and a query cache of its own. */
export function App() {
  const [store] = useState(() => createDashboardStore(readAddress(location.hash)))
  const [client] = useState(clientWithSample)
  return (
    <QueryClientProvider client={client}>
      <DashboardProvider store={store}>
        <ThemeOnPage />
        <LitBudget />
        <LanguageProvider>
          <FileReadingProvider>
            <LawReplicatesProvider>
              <StudyChecksProvider>
                <OwnCorporaProvider>
                  <KeptSweeps>
                    <TurnsProvider turns={TASK_TURNS}>
                      <Dashboard />
                    </TurnsProvider>
                  </KeptSweeps>
                </OwnCorporaProvider>
              </StudyChecksProvider>
            </LawReplicatesProvider>
          </FileReadingProvider>
        </LanguageProvider>
      </DashboardProvider>
    </QueryClientProvider>
  )
}

/** A query cache in which the sample is on its way while the rest of the page is being made. */
function clientWithSample(): QueryClient {
  const client = new QueryClient()
  // A failure is told where the sample is asked for.
  client.query(sampleSweepQuery(import.meta.env.BASE_URL)).catch(() => undefined)
  return client
}
