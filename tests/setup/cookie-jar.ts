type Kept = { value: string; options: Record<string, unknown> };

/** The cookies of one request and its answer, in place of Next's. Values are what a browser would send next. */
export class CookieJar {
  private readonly kept = new Map<string, Kept>();

  get = (name: string): { name: string; value: string } | undefined => {
    const cookie = this.kept.get(name);
    return cookie && { name, value: cookie.value };
  };

  set = (name: string, value: string, options: Record<string, unknown> = {}): void => {
    if (options.maxAge === 0) this.kept.delete(name);
    else this.kept.set(name, { value, options });
  };

  has = (name: string): boolean => this.kept.has(name);

  optionsOf = (name: string): Record<string, unknown> | undefined => this.kept.get(name)?.options;

  clear = (): void => this.kept.clear();
}
