import { encode } from 'uqr';

const QUIET = 4;

/** The address as a picture, drawn here: it holds a secret, so no server draws it. Black on white in the dark scheme too. */
export function QrPicture({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { border: 0 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])));
  const side = size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={196}
      height={196}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
