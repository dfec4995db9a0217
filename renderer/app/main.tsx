import './shell.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { startI18n } from '../lib/i18n.ts'
import { createQueryClient, followKernel } from '../lib/live.ts'
import { tellCarried } from '../lib/notices.ts'
import { startTheme } from '../lib/theme.ts'
import { Kit } from '../ui/index.ts'
import { App } from './App.tsx'

// The page's policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true })

startI18n()
startTheme()
tellCarried()

const queries = createQueryClient()
followKernel(queries)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Kit>
          <App />
        </Kit>
      </QueryClientProvider>
    </StrictMode>,
  )
}
