/** What a node stands for, from the outside in. */
export type NodeKind =
  | 'outside'
  | 'files'
  | 'ingress'
  | 'service'
  | 'policy'
  | 'pods'
  | 'process'
  | 'connection'
  | 'channel'
  | 'workflow'
  | 'consumer'
  | 'step'
  | 'producer';

/** A drawing of boxes and arrows, with where everything in it comes from. */
export interface Picture {
  /** For example the name of an adapter. */
  readonly title: string;
  /** Groups before what is in them. */
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** The fields of manifests that nodes show. */
  readonly fields: readonly PictureField[];
  /** Texts of the files that nodes refer to, by the path that places have. */
  readonly files: Readonly<Record<string, string>>;
}

/** A box, or one around others. */
export interface PictureNode {
  /** Unique within the picture; letters, digits and `-`. */
  readonly id: string;
  readonly kind: NodeKind;
  /** One line. */
  readonly label: string;
  /** Further lines below it. */
  readonly lines: readonly string[];
  /**
   * The group that it is in.
   * @default - it is in none
   */
  readonly group?: string;
  readonly isGroup: boolean;
  /** The lines of the configuration that it stands for. */
  readonly spans: readonly Span[];
  /** The fields of manifests that follow from it, or that it is: by their place in the list of the picture. */
  readonly fields: readonly number[];
  readonly findings: readonly PictureFinding[];
}

/** Lines of a file, both counted from 1, the last one included. */
export interface Span {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** Whether the node is what stands there; otherwise it follows from it. */
  readonly isOwn: boolean;
}

/** A field of a manifest. */
export interface PictureField {
  /** For example `Deployment hello-world`. */
  readonly object: string;
  readonly field: string;
  readonly value: string;
  /** Where it comes from and why, as `explain` says it. */
  readonly from: string;
  readonly why: string;
}

/** Something that was found where the node stands. */
export interface PictureFinding {
  readonly severity: 'error' | 'warning';
  /** With its rule and place. */
  readonly text: string;
}

/** An arrow from one node to another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** @default - nothing is written on it */
  readonly label?: string;
}
