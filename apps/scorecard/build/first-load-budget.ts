import type { Plugin } from 'vite';

/**
 * Fails the build when a phone would have to load more script than this, zipped, before it shows a number: the
 * entry, and whichever of the pages comes first.
 */
export function firstLoadBudget(kilobytes: number, pages: readonly string[]): Plugin {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const sizeWith = async (page: string): Promise<number> => {
          const needed = new Map<string, string>();
          const add = (name: string): void => {
            const chunk = bundle[name];
            if (chunk?.type !== 'chunk' || needed.has(name)) return;
            needed.set(name, chunk.code);
            chunk.imports.forEach(add);
          };
          const first = chunks.filter(({ isEntry, name }) => isEntry || name === page);
          for (const { fileName } of first) add(fileName);
          const sizes = await Promise.all([...needed.values()].map(zippedSize));
          return sizes.reduce((sum, bytes) => sum + bytes, 0);
        };
        for (const page of pages) {
          if (!chunks.some(({ name }) => name === page)) this.error(`There is no page ${page}`);
          const bytes = await sizeWith(page);
          const used = `${page} ${(bytes / 1000).toFixed(1)} of ${kilobytes} kB`;
          if (bytes > kilobytes * 1000) this.error(`The phone's first load is too large: ${used}`);
          this.info(`first load zipped: ${used}`);
        }
      },
    },
  };
}

async function zippedSize(code: string): Promise<number> {
  const zipped = new Blob([code]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(zipped).arrayBuffer()).byteLength;
}
