/** A whole story in the browser: a spec of `e2e/` and the title of its test, as both stand in the file. */
export type Story = { spec: string; title: string };

/** One method or system of the source documents, and where the console has it. */
export type MissionRow = {
  /** 1 to 174, as the source documents are counted. */
  number: number;
  name: string;
  /** What goes over the network: `roles.getRole`, or a route outside of the API such as `oauth/token`. Empty: nothing does. */
  calls: string[];
  /** A route below `app/`, without groups. */
  screen?: string;
  /** A key of `stories`. */
  story?: string;
  /** Why nobody can do it in the console yet. */
  open?: string;
};

/** A route that is no operation of a service: where the console calls it, and what it documents. */
export type PlainRoute = { file: string; parameters: string[] };

/** A fact that does not hold; `row` where it concerns one. */
export type Gap = { row?: number; problem: string };
