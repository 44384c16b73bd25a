import { checkEach, checkSwitch, checkText, PropsError, unknownFields } from '../../errors';
import {
  defaultRelease,
  type ImageTag,
  isSince,
  type OwnComponents,
  parseImageTag,
  parseRelease,
  readOwnComponents,
  type Release,
  unknownModules,
} from '../../interlok';
import { ImageReference } from '../../objects';

/** The repository of the published images on Docker Hub. */
const STOCK_REPOSITORY = 'adaptris/interlok';

/** What a custom image is, beyond its name. */
export interface CustomImageOptions {
  /** The Interlok release inside, `major.minor.patch`, for example `'5.0.1'`. */
  readonly release: string;
  /**
   * Public modules that the image has beyond the stock one, by name, for example `interlok-json`. Management components and
   * pre-processors follow from them.
   * @default - not known: the image may have any public module and jars of its own, so that only names nobody knows are
   * found, as warnings
   */
  readonly modules?: readonly string[];
  /**
   * Optional components that the image carries beyond the stock one, by the name that bootstrap.properties gives them:
   * management components (`health-check`, `jolokia`) and pre-processors (`xinclude`). Needed for those of no public module alone.
   * @default - those of its modules
   */
  readonly components?: readonly string[];
  /**
   * True when the image carries the configuration too (`ADD config /opt/interlok/config`): no ConfigMap is made then,
   * and the directory on disk is read only for what is derived from it.
   * @default false
   */
  readonly configurationInside?: boolean;
  /**
   * True when the tag is given to another image now and then, so that nodes ask for it at each start of a pod.
   * @default - true for `latest`, `snapshot`, `main` and the like, alone or as a part of the tag, unless there is a digest
   */
  readonly floating?: boolean;
  /**
   * False when the image has no web UI: without `webapps/interlok.war`, the management Jetty has none to deploy.
   * @default true
   */
  readonly ui?: boolean;
  /**
   * Path, from the working directory, of a file that describes the components of your own that the image carries. Write it with
   * `scripts/catalogue/DescribeComponents.java`; they are then checked as Interlok's own are.
   * @default - none
   * @see docs/own-components.md
   */
  readonly ownComponents?: string;
}

/** A container image with Interlok inside, and what must be known of it. */
export class InterlokImage {
  /** The image that is used when nothing is said. */
  public static readonly DEFAULT = InterlokImage.stock('5.0.1-temurin');

  /**
   * A published image by its tag, for example `5.0.1-temurin` or `4.9.3-zulu-alpine`.
   * @throws PropsError - for a tag that names no release, or that is not published any more
   */
  public static stock(tag: string): InterlokImage {
    return InterlokImage.parse(`${STOCK_REPOSITORY}:${tag}`);
  }

  /**
   * An image of your own.
   * @param image - for example `registry.example.com/orders/interlok:1.4.0`
   * @throws PropsError - for an empty image, a release that is none, or a description of components that cannot be used
   */
  public static custom(image: string, options: CustomImageOptions): InterlokImage {
    const release = typeof options.release === 'string' ? parseRelease(options.release) : undefined;
    const reference = typeof image === 'string' ? ImageReference.parse(image) : undefined;
    const problems = [
      ...checkEach(checkText(/\S/, "the name of a component, for example 'health-check'"))(
        'components',
        options.components,
      ),
      ...checkSwitch('configurationInside', options.configurationInside),
      ...checkSwitch('floating', options.floating),
      ...checkSwitch('ui', options.ui),
      ...checkEach(checkText(/\S/, "the name of a module, for example 'interlok-json'"))('modules', options.modules),
      ...unknownModules('modules', options.modules),
      // Whoever writes `component` means `components`, not `ownComponents`.
      ...unknownFields({ ...options, ownComponents: undefined }, [
        'release',
        'modules',
        'components',
        'configurationInside',
        'floating',
        'ui',
      ]),
    ];
    const own =
      options.ownComponents === undefined ? undefined : readOwnComponents('ownComponents', options.ownComponents);
    problems.push(...(own?.problems ?? []));
    if (reference === undefined) {
      problems.push({
        field: 'image',
        value: image,
        expected: "a name with a tag or digest, for example 'registry.example.com/interlok:1.0'",
      });
    }
    if (release === undefined) {
      problems.push({ field: 'release', value: options.release, expected: "an Interlok release, for example '5.0.1'" });
    }
    if (release === undefined || reference === undefined || problems.length > 0)
      throw new PropsError('InterlokImage.custom', problems);
    const { managementComponents = {}, preProcessors = {} } = own?.components ?? {};
    return new InterlokImage(
      image,
      release,
      [...(options.components ?? []), ...Object.keys(managementComponents), ...Object.keys(preProcessors)],
      options.configurationInside ?? false,
      options.floating ?? !reference.pinned,
      options.ui ?? true,
      own?.components,
      false,
      options.modules ?? 'any',
    );
  }

  /**
   * A published image by its full name: `adaptris/interlok:5.0.1-temurin`, also from a mirror
   * (`registry.example.com/adaptris/interlok:5.0.1-temurin`).
   * @throws PropsError - for any other image, because its release cannot be read from its name
   */
  public static parse(image: string): InterlokImage {
    const stock = /^([^\s@]+\/)?adaptris\/interlok:[\w.-]+(@sha256:[0-9a-f]{64})?$/.test(image);
    const tag = stock ? parseImageTag(image) : {};
    const release = tag.release ?? newestOfLine(tag);
    if (release === undefined || !isPublished(tag, release)) {
      throw new PropsError('InterlokImage', [
        {
          field: 'image',
          value: image,
          expected:
            `${STOCK_REPOSITORY}:<release>-<distribution>, for example '${STOCK_REPOSITORY}:5.0.1-temurin' ` +
            "(tags without a distribution are not published any more), or InterlokImage.custom('name:tag', { release: '5.0.1' })",
        },
      ]);
    }
    return new InterlokImage(image, release, [], false, tag.release === undefined && !image.includes('@'));
  }

  /** The image of a prop that takes an image or its name. */
  public static of(image: InterlokImage | string = InterlokImage.DEFAULT): InterlokImage {
    return typeof image === 'string' ? InterlokImage.parse(image) : image;
  }

  private constructor(
    /** The name to pull, with its tag. */
    public readonly name: string,
    /** The Interlok release inside. */
    public readonly release: Release,
    /** Optional components that the image carries beyond the stock one. */
    public readonly components: readonly string[],
    /** Whether the configuration is part of the image. */
    public readonly configurationInside: boolean,
    /** Whether the tag moves (`latest-*`, `snapshot-*`, `4-*`), so that a node must ask for it again each time. */
    public readonly floating: boolean,
    /** Whether the web UI is in the image. */
    public readonly ui = true,
    /** Components of one's own that the image carries. @default - none */
    public readonly ownComponents?: OwnComponents,
    /** Whether it is one of the published images, whose contents are known. */
    public readonly isStock = true,
    /** Public modules that the image has beyond the stock one; `any` where nobody named them. @default - it is the stock image */
    public readonly modules?: readonly string[] | 'any',
  ) {}
}

/** The release that a moving tag is taken for. */
function newestOfLine({ line }: ImageTag): Release | undefined {
  if (line === defaultRelease.major) return defaultRelease;
  return line === 4 ? { major: 4, minor: 9, patch: 3 } : undefined;
}

/** Since 3.10.0 every tag that is published names a distribution. */
function isPublished({ distribution }: ImageTag, release: Release): boolean {
  return distribution !== undefined || !isSince(release, '3.10.0');
}
