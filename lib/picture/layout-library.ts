/** What is used of the library that finds a place for everything: its own types do not resolve from CommonJS. */
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

/** Loads the library: only who draws waits for it. */
export async function loadLayoutLibrary(): Promise<LayoutLibrary> {
  const library: unknown = await import('@dagrejs/dagre');
  return library as LayoutLibrary;
}
