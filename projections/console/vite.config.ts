import { defineConfig } from "vite";

export default defineConfig({
  base: "/",
  build: {
    outDir: "../target/classes/console",
    emptyOutDir: true,
    // Fonts stay files of their own: a browser then fetches only the weights that a page uses.
    assetsInlineLimit: 0,
  },
});
