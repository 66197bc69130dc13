import { LanguageProvider } from './Language.tsx'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { readAddress } from '../settings/address.ts'
import { createDashboardStore } from '../store/createDashboardStore.ts'
import { DashboardProvider } from '../store/dashboardContext.tsx'
import { FileReadingProvider } from '../panels/data/FileReading.tsx'
import { LawReplicatesProvider } from '../panels/state/LawReplicates.tsx'
import { Dashboard } from './Dashboard.tsx'
import { taskTurns } from './taskTurns.ts'
import { TurnsProvider } from '../panels/state/InTurn.tsx'
import { KeptSweeps } from './KeptSweeps.tsx'
import { LitBudget } from './LitBudget.tsx'
import { ThemeOnPage } from './ThemeOnPage.tsx'

/** The whole page with a store and a query cache of its own. */
export function App() {
  const [store] = useState(() => createDashboardStore(readAddress(location.hash)))
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <DashboardProvider store={store}>
        <ThemeOnPage />
        <LitBudget />
        <LanguageProvider>
          <FileReadingProvider>
            <LawReplicatesProvider>
              <KeptSweeps>
                <TurnsProvider turns={taskTurns}>
                  <Dashboard />
                </TurnsProvider>
              </KeptSweeps>
            </LawReplicatesProvider>
          </FileReadingProvider>
        </LanguageProvider>
      </DashboardProvider>
    </QueryClientProvider>
  )
}
