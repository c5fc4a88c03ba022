/** Nothing. Without a file of its own the bare app would run the console's, which Next finds further up. */
export function register(): void {}
