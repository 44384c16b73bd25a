/** What is used of the library that finds a place for everything. */
export interface LayoutLibrary {
  readonly graphlib: { readonly Graph: new (options: { compound: boolean; multigraph: boolean }) => LayoutGraph };
  readonly layout: (graph: LayoutGraph) => void;
}

/** A graph of the library's. */
export interface LayoutGraph {
  setGraph(settings: Readonly<Record<string, number | string>>): void;
  setNode(id: string, size: Partial<Size>): void;
  setParent(id: string, group: string): void;
  setEdge(from: string, to: string, label: Partial<Size> & { readonly minlen: number }, name: string): void;
  graph(): Partial<Size>;
  node(id: string): Partial<Size & Middle>;
  edge(from: string, to: string, name: string): { readonly points?: readonly Middle[] } & Partial<Middle>;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Middle {
  readonly x: number;
  readonly y: number;
}

/** The library, bundled; loaded when it is asked for the first time, for few who load this package draw. */
export function layoutLibrary(): LayoutLibrary {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import that waits would make all that draws wait
  return require('./dagre') as LayoutLibrary;
}
