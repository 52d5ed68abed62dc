import type { Plugin } from 'vite';

/** Fails the build when a wall would have to load more script than this, zipped. Televisions are slow readers. */
export function scriptBudget(kilobytes: number): Plugin {
  return {
    name: 'script-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        let bytes = 0;
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') bytes += await zippedSize(chunk.code);
        }
        const used = `${(bytes / 1000).toFixed(1)} of ${kilobytes} kB`;
        if (bytes > kilobytes * 1000) this.error(`The wall's script is too large: ${used} zipped`);
        this.info(`script zipped: ${used}`);
      },
    },
  };
}

async function zippedSize(code: string): Promise<number> {
  const zipped = new Blob([code]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(zipped).arrayBuffer()).byteLength;
}
