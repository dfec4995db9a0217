import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// The page runs under a policy of `script-src 'self'`: nothing inline, nothing as a data address.
export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  cacheDir: at('node_modules/.vite'),
  plugins: [react()],
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // The hall page is a page of its own: nothing of the desk is in it.
      input: { index: at('renderer/index.html'), hall: at('renderer/hall.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'kit', test: /node_modules[\\/](@mantine|@floating-ui|@dnd-kit)[\\/]/ },
            { name: 'names', test: /node_modules[\\/](pinyin-pro|cnchar-order)[\\/]/ },
          ],
        },
      },
    },
  },
})
