// What went wrong with a request, in a form that a page can explain.

export type Fault = {
  /** `unpublished`: a published copy does not hold it, and the detail is the command that answers it in a workbench. */
  kind: "gone" | "input" | "missing" | "inside" | "unpublished";
  detail: string;
};

export class Failed extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.detail);
    this.fault = fault;
  }
}
