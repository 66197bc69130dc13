import { warmUp } from '../jobs/runJob.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './app.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')
warmUp()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
