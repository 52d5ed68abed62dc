/** The outline of the small hill inside a person's circle, in a box of 100 × 100. The same person, the same hill. */
export function seededHill(seed: number): string {
  const mixed = mix(seed);
  const peak = 26 + (mixed % 46);
  const top = 60 + ((mixed >>> 8) % 15);
  return `M-10 104C${peak - 34} 104 ${peak - 26} ${top} ${peak} ${top}C${peak + 26} ${top} ${peak + 34} 104 110 104Z`;
}

function mix(seed: number): number {
  let bits = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
