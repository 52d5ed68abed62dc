import type { Plugin } from 'vite';

/** Fails the build when a phone would have to load more script than this, zipped, before it shows a number. */
export function firstLoadBudget(kilobytes: number): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const needed = new Set<string>();
        const add = (name: string): void => {
          const chunk = bundle[name];
          if (chunk?.type !== 'chunk' || needed.has(name)) return;
          needed.add(name);
          chunk.imports.forEach(add);
        };
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type === 'chunk' && chunk.isEntry) add(name);
        }
        let bytes = 0;
        for (const name of needed) {
          const chunk = bundle[name];
          if (chunk?.type === 'chunk') bytes += await zippedSize(chunk.code);
        }
        const used = `${(bytes / 1000).toFixed(1)} of ${kilobytes} kB`;
        if (bytes > kilobytes * 1000) this.error(`The phone's first load is too large: ${used}`);
        this.info(`first load zipped: ${used}`);
      },
    },
  };
}

async function zippedSize(code: string): Promise<number> {
  const zipped = new Blob([code]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(zipped).arrayBuffer()).byteLength;
}
