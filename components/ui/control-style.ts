/** The look of text inputs: an edge of 3:1, red and thicker when the field is wrong. */
export const controlStyle =
  'w-full rounded border border-line-strong bg-canvas px-2.5 text-text placeholder:text-quiet transition-colors duration-120 hover:border-text focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:inset-ring aria-invalid:inset-ring-danger';
