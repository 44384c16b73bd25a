import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists, by reflection, what can be configured in the classes of Interlok jars, in the format of the catalogue.
 *
 * <p>Run it with Java 17, without compiling it first, on the jars of an image (copied out of it) or on a jar of your own:
 *
 * <pre>
 * java DescribeComponents.java --release 5.1.0 --stock --output described.json lib/
 * java DescribeComponents.java --class-path lib/ --output own-components.json my-components.jar
 * </pre>
 *
 * <p>It creates one object of every class that has a constructor without arguments, to see what the constructor fills in.
 * It starts nothing else of Interlok. What reflection cannot see (whether a class opens a socket or connects out, which of
 * its fields name files) is not in what it writes; the format has keys for it, to be added by hand.
 *
 * <p>Exit code 0: the file is written. 1: it is not. 2: the arguments are wrong.
 */
public class DescribeComponents {

  static final String USAGE = """
      usage: java DescribeComponents.java [options] JAR_OR_DIRECTORY...

        --output FILE        where to write (required)
        --class-path PATH    a jar, or a directory of jars or classes, that the described ones need; repeatable
        --release VERSION    the Interlok release that the jars belong to
        --stock              the jars are those of the stock image
        --module NAME        the name of the module; only with a single jar
      """;

  public static void main(String[] args) {
    System.exit(run(args, System.err));
  }

  static int run(String[] args, PrintStream messages) {
    Options options;
    try {
      options = Options.parse(args);
    } catch (IllegalArgumentException e) {
      messages.println(e.getMessage());
      messages.print(USAGE);
      return 2;
    }
    // Constructors of components may print; standard output stays free of it.
    System.setOut(messages);
    try (Archives archives = Archives.open(options)) {
      Description description = new Description(options, archives, messages);
      description.write(options.output());
      description.report();
      return 0;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      messages.println(e.getMessage());
      return 1;
    }
  }

  record Options(
      List<Path> described, List<Path> classPath, String release, boolean stock, String module, Path output) {

    static Options parse(String[] args) {
      List<Path> described = new ArrayList<>();
      List<Path> classPath = new ArrayList<>();
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < args.length; i++) {
        String arg = args[i];
        if (!arg.startsWith("--")) {
          described.add(existing(arg));
        } else if (arg.equals("--stock")) {
          values.put(arg, "");
        } else if (List.of("--output", "--class-path", "--release", "--module").contains(arg)) {
          if (++i == args.length) throw new IllegalArgumentException(arg + " needs a value");
          if (arg.equals("--class-path")) classPath.add(existing(args[i]));
          else values.put(arg, args[i]);
        } else {
          throw new IllegalArgumentException("'" + arg + "' is no option");
        }
      }
      if (described.isEmpty()) throw new IllegalArgumentException("name the jars to describe");
      if (!values.containsKey("--output")) throw new IllegalArgumentException("--output is missing");
      String release = values.get("--release");
      if (release != null && !release.matches("\\d+(\\.\\d+)+"))
        throw new IllegalArgumentException("--release '" + release + "' is no release; write for example 5.1.0");
      String module = values.get("--module");
      if (module != null && (described.size() != 1 || Archives.isDirectoryOfJars(described.get(0))))
        throw new IllegalArgumentException("--module names the module of one jar");
      return new Options(
          described, classPath, release, values.containsKey("--stock"), module, Path.of(values.get("--output")));
    }

    private static Path existing(String text) {
      Path path = Path.of(text);
      if (!Files.exists(path)) throw new IllegalArgumentException("'" + text + "' does not exist");
      return path;
    }
  }

  /** A jar or a directory of classes. */
  record Archive(
      Path path,
      boolean described,
      String module,
      String version,
      List<String> classNames,
      Set<String> registered,
      Set<String> beans,
      Set<String> managementComponents,
      Set<String> preProcessors,
      boolean isInterlok) {}

  /** Every archive at hand, and the class loader over them all. */
  static final class Archives implements AutoCloseable {
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d[\\w.]*)(?:-(?:RELEASE|SNAPSHOT))?");

    final List<Archive> archives;
    final URLClassLoader loader;

    private Archives(List<Archive> archives, URLClassLoader loader) {
      this.archives = archives;
      this.loader = loader;
    }

    static Archives open(Options options) throws IOException {
      List<Archive> archives = new ArrayList<>();
      for (Path path : options.described()) {
        boolean all = isDirectoryOfJars(path);
        for (Path file : expand(path)) archives.add(read(file, options.module(), archive -> !all || archive.isInterlok()));
      }
      for (Path path : options.classPath())
        for (Path file : expand(path)) archives.add(read(file, null, archive -> false));
      URL[] urls = archives.stream().map(archive -> url(archive.path())).toArray(URL[]::new);
      return new Archives(archives, new URLClassLoader(urls, ClassLoader.getPlatformClassLoader()));
    }

    /** The one that a class came from; nothing for a class of Java itself. */
    Optional<Archive> of(Class<?> type) {
      if (type.getClassLoader() != loader) return Optional.empty();
      URL location = type.getProtectionDomain().getCodeSource().getLocation();
      return archives.stream().filter(archive -> url(archive.path()).toString().equals(location.toString())).findFirst();
    }

    /** Those whose classes count: the ones to describe, and Interlok's own that they build on. */
    List<Archive> relevant() {
      return archives.stream().filter(archive -> archive.described() || archive.isInterlok()).toList();
    }

    @Override
    public void close() throws IOException {
      loader.close();
    }

    static boolean isDirectoryOfJars(Path path) {
      return Files.isDirectory(path) && !jarsIn(path).isEmpty();
    }

    private static List<Path> expand(Path path) {
      return isDirectoryOfJars(path) ? jarsIn(path) : List.of(path);
    }

    private static List<Path> jarsIn(Path directory) {
      try (Stream<Path> files = Files.list(directory)) {
        return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Archive read(Path path, String module, Function<Archive, Boolean> isDescribed) throws IOException {
      if (Files.isDirectory(path)) return read(path, path, module, isDescribed);
      try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
        return read(path, jar.getPath("/"), module, isDescribed);
      } catch (RuntimeException | IOException e) {
        throw new IllegalStateException("'" + path + "' cannot be read as a jar: " + e.getMessage(), e);
      }
    }

    private static Archive read(Path path, Path root, String module, Function<Archive, Boolean> isDescribed)
        throws IOException {
      Properties version = properties(root.resolve("META-INF/adaptris-version"));
      boolean isInterlok =
          !version.isEmpty()
              || Files.exists(root.resolve("META-INF/adaptris"))
              || Files.exists(root.resolve("META-INF/com/adaptris"));
      Archive archive =
          new Archive(
              path,
              false,
              module != null ? module : version.getProperty("artifactId", nameOf(path)),
              version.getProperty("build.version", versionOf(path, root)),
              classNames(root),
              lines(root.resolve("META-INF/adaptris/XStreamAlias.properties")),
              lines(root.resolve("META-INF/adaptris/javabeans.properties")),
              fileNames(root.resolve("META-INF/com/adaptris/core/management/components")),
              fileNames(root.resolve("META-INF/com/adaptris/core/preprocessor")),
              isInterlok);
      if (!isDescribed.apply(archive)) return archive;
      return new Archive(
          path, true, archive.module, archive.version, archive.classNames, archive.registered, archive.beans,
          archive.managementComponents, archive.preProcessors, isInterlok);
    }

    private static String nameOf(Path path) {
      String name = path.toAbsolutePath().normalize().getFileName().toString().replaceFirst("\\.jar$", "");
      Matcher versioned = VERSIONED.matcher(name);
      return versioned.matches() ? versioned.group(1) : name;
    }

    private static String versionOf(Path path, Path root) throws IOException {
      Matcher versioned = VERSIONED.matcher(path.getFileName().toString().replaceFirst("\\.jar$", ""));
      if (versioned.matches()) return versioned.group(2);
      Path manifest = root.resolve("META-INF/MANIFEST.MF");
      if (!Files.exists(manifest)) return null;
      try (var in = Files.newInputStream(manifest)) {
        return new Manifest(in).getMainAttributes().getValue("Implementation-Version");
      }
    }

    private static Properties properties(Path file) throws IOException {
      Properties properties = new Properties();
      if (Files.exists(file))
        try (var in = Files.newInputStream(file)) {
          properties.load(in);
        }
      return properties;
    }

    private static Set<String> lines(Path file) throws IOException {
      if (!Files.exists(file)) return Set.of();
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        return lines.map(String::trim).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
      }
    }

    private static Set<String> fileNames(Path directory) throws IOException {
      if (!Files.isDirectory(directory)) return Set.of();
      try (Stream<Path> files = Files.list(directory)) {
        return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
      }
    }

    private static List<String> classNames(Path root) throws IOException {
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF/"))
            .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
            .filter(name -> !name.endsWith("package-info") && !name.equals("module-info"))
            .sorted()
            .toList();
      }
    }
  }

  /** Annotations by name: the program is compiled against none of them. */
  static final class Marks {
    static final String ALIAS = "com.thoughtworks.xstream.annotations.XStreamAlias";
    static final String IMPLICIT = "com.thoughtworks.xstream.annotations.XStreamImplicit";
    static final String PROFILE = "com.adaptris.annotation.ComponentProfile";
    static final String ADVANCED = "com.adaptris.annotation.AdvancedConfig";
    static final String DEFAULT = "com.adaptris.annotation.InputFieldDefault";
    static final String HINT = "com.adaptris.annotation.InputFieldHint";
    static final String REMOVAL = "com.adaptris.annotation.Removal";
    static final String DEPRECATED = "java.lang.Deprecated";
    private static final List<String> CONSTRAINTS =
        List.of(
            "jakarta.validation", "jakarta.validation.constraints", "javax.validation", "javax.validation.constraints",
            "org.hibernate.validator.constraints");

    private final List<Annotation> annotations;

    private Marks(List<Annotation> annotations) {
      this.annotations = annotations;
    }

    static Marks of(AnnotatedElement element) {
      return new Marks(Arrays.asList(element.getDeclaredAnnotations()));
    }

    /** Those of a field and of the method that reads it: bean validation looks at both. */
    static Marks of(Field field) {
      List<Annotation> all = new ArrayList<>(Arrays.asList(field.getDeclaredAnnotations()));
      String bean = field.getName().substring(0, 1).toUpperCase(Locale.ROOT) + field.getName().substring(1);
      Stream.of(methodsOf(field.getDeclaringClass()))
          .filter(method -> method.getParameterCount() == 0 && !method.isSynthetic())
          .filter(method -> method.getName().equals("get" + bean) || method.getName().equals("is" + bean))
          .flatMap(method -> Stream.of(method.getDeclaredAnnotations()))
          .filter(annotation -> CONSTRAINTS.contains(annotation.annotationType().getPackageName()))
          .forEach(all::add);
      return new Marks(all);
    }

    private static Method[] methodsOf(Class<?> type) {
      try {
        return type.getDeclaredMethods();
      } catch (LinkageError e) {
        // A method needs a class that is not there; the fields may do without it.
        return new Method[0];
      }
    }

    boolean has(String name) {
      return find(name).isPresent();
    }

    boolean hasConstraint(String simpleName) {
      return constraint(simpleName).isPresent();
    }

    /** The value of an attribute of an annotation; nothing where the annotation is not there or the text is empty. */
    Optional<String> text(String name, String attribute) {
      return find(name).map(annotation -> value(annotation, attribute)).map(String::valueOf).filter(s -> !s.isEmpty());
    }

    Optional<String> constraintText(String simpleName, String attribute) {
      return constraint(simpleName).map(annotation -> value(annotation, attribute)).map(String::valueOf);
    }

    boolean flag(String name, String attribute) {
      return find(name).map(annotation -> value(annotation, attribute)).filter(Boolean.TRUE::equals).isPresent();
    }

    List<Class<?>> classes(String name, String attribute) {
      Object value = find(name).map(annotation -> value(annotation, attribute)).orElse(null);
      return value instanceof Class<?>[] classes ? List.of(classes) : List.of();
    }

    private Optional<Annotation> find(String name) {
      return annotations.stream().filter(a -> a.annotationType().getName().equals(name)).findFirst();
    }

    private Optional<Annotation> constraint(String simpleName) {
      return annotations.stream()
          .filter(a -> a.annotationType().getSimpleName().equals(simpleName))
          .filter(a -> CONSTRAINTS.contains(a.annotationType().getPackageName()))
          .findFirst();
    }

    private static Object value(Annotation annotation, String attribute) {
      try {
        Method method = annotation.annotationType().getDeclaredMethod(attribute);
        method.setAccessible(true);
        return method.invoke(annotation);
      } catch (ReflectiveOperationException | RuntimeException e) {
        // An older annotation without the attribute, or a class in it that is not there.
        return null;
      }
    }
  }

  /** What fresh objects of a class have in a field. A random one is another in every object. */
  record Value(Object object, boolean known, boolean random) {
    static final Value UNKNOWN = new Value(null, false, false);
    static final Value EMPTY = new Value(null, true, false);

    static Value of(Object object, Object another) {
      Value value = new Value(object, true, false);
      return value.literal().isPresent() && !object.equals(another) ? new Value(object, true, true) : value;
    }

    boolean isFilled() {
      return object != null;
    }

    /** A text that stands for the value itself; nothing for an object that is more than a literal. */
    Optional<String> literal() {
      if (random) return Optional.empty();
      if (object instanceof Enum<?> constant) return Optional.of(constant.name());
      boolean isLiteral =
          object instanceof String || object instanceof Number || object instanceof Boolean || object instanceof Character;
      return isLiteral ? Optional.of(String.valueOf(object)) : Optional.empty();
    }

    /** Equal literals, or objects of the same class. */
    boolean isLike(Value other) {
      if (literal().isPresent() || other.literal().isPresent()) return literal().equals(other.literal());
      if (object == null || other.object == null) return object == other.object;
      return object.getClass() == other.object.getClass();
    }
  }

  /** The description of the archives. */
  static final class Description {
    private final Options options;
    private final PrintStream messages;
    private final Archives archives;
    private final Map<Class<?>, Archive> archiveOf = new LinkedHashMap<>();
    /** Classes that can be configured, or that others of them extend, implement or hold. */
    private final Set<Class<?>> configurable = new LinkedHashSet<>();
    /** Types of fields, and of the items of those that are collections. */
    private final Set<Class<?>> fieldTypes = new LinkedHashSet<>();
    /** Two fresh objects of each class; none where it has no usable constructor. */
    private final Map<Class<?>, List<Object>> objects = new LinkedHashMap<>();
    private final Map<Field, Value> values = new LinkedHashMap<>();
    private final Set<String> opaque = new TreeSet<>();
    private final Set<String> unregistered = new TreeSet<>();
    private final Set<String> notCreated = new TreeSet<>();
    private final Map<String, Object> document;

    Description(Options options, Archives archives, PrintStream messages) {
      this.options = options;
      this.messages = messages;
      this.archives = archives;
      load();
      choose();
      document = describe();
    }

    void write(Path file) throws IOException {
      Path absolute = file.toAbsolutePath();
      Path temporary = absolute.resolveSibling(absolute.getFileName() + ".tmp");
      try {
        Files.writeString(temporary, Json.document(document), StandardCharsets.UTF_8);
        Files.move(temporary, absolute, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        Files.deleteIfExists(temporary);
        throw new IllegalStateException("'" + file + "' cannot be written: " + e, e);
      }
    }

    void report() {
      int classes = ((Map<?, ?>) document.get("classes")).size();
      int modules = ((Map<?, ?>) document.get("modules")).size();
      messages.println(options.output() + ": classes: " + classes + ", modules: " + modules);
      list("known by name alone, because a class that they need is not there", opaque);
      list("not created, so what their constructors fill in is not known", notCreated);
      list(
          "not in META-INF/adaptris/XStreamAlias.properties, so Interlok does not know their alias; "
              + "compile with the annotation processor interlok-core-apt",
          unregistered);
    }

    private void list(String what, Set<String> names) {
      if (!names.isEmpty()) messages.println(names.size() + " " + what + ": " + String.join(", ", names));
    }

    private void load() {
      try {
        archives.loader.loadClass(Marks.ALIAS);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(
            "XStream is not on the class path, and without it no alias can be read: add --class-path with the directory"
                + " of the jars of the image");
      }
      for (Archive archive : archives.relevant()) {
        for (String name : archive.classNames()) {
          try {
            Class<?> type = Class.forName(name, false, archives.loader);
            if (!type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic() && !type.isAnnotation())
              archiveOf.putIfAbsent(type, archive);
          } catch (ClassNotFoundException | LinkageError e) {
            if (archive.described() && archive.registered().contains(name)) opaque.add(name);
          }
        }
      }
    }

    private void choose() {
      List<Class<?>> loaded = List.copyOf(archiveOf.keySet());
      for (Class<?> type : loaded) if (Marks.of(type).has(Marks.ALIAS)) add(type);
      // What has no alias can still be named by its class, where a field takes it.
      int before;
      do {
        before = configurable.size();
        for (Class<?> type : loaded)
          if (isConcrete(type) && !configurable.contains(type) && isComponent(type)) add(type);
      } while (configurable.size() > before);
    }

    private boolean isComponent(Class<?> type) {
      return fieldTypes.stream().anyMatch(base -> archiveOf.containsKey(base) && base.isAssignableFrom(type));
    }

    private void add(Class<?> type) {
      if (type == null || !archiveOf.containsKey(type) || !configurable.add(type)) return;
      try {
        addSuperclass(type.getSuperclass());
        for (Field field : configuredFields(type)) {
          for (Class<?> held : classesIn(field.getGenericType())) {
            fieldTypes.add(held);
            add(held);
          }
        }
      } catch (LinkageError | TypeNotPresentException e) {
        if (isDescribed(type)) opaque.add(type.getName());
      }
    }

    /** A superclass may be in a library: its fields can be configured all the same. */
    private void addSuperclass(Class<?> type) {
      if (type != null && !archiveOf.containsKey(type) && hasFields(type))
        archives.of(type).ifPresent(archive -> archiveOf.put(type, archive));
      add(type);
    }

    private static boolean hasFields(Class<?> type) {
      return type != null && (!configuredFields(type).isEmpty() || hasFields(type.getSuperclass()));
    }

    /** Interlok's own classes on the class path are in the catalogue already; what else a described class extends is not. */
    private boolean isDescribed(Class<?> type) {
      Archive archive = archiveOf.get(type);
      return archive.described() || !archive.isInterlok();
    }

    private static boolean isConcrete(Class<?> type) {
      return !type.isInterface() && !Modifier.isAbstract(type.getModifiers());
    }

    /** As XStream sees them: neither static nor transient, nor the reference to an outer object. */
    private static List<Field> configuredFields(Class<?> type) {
      if (type.isInterface() || type.isEnum()) return List.of();
      return Stream.of(type.getDeclaredFields())
          .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0 && !field.isSynthetic())
          .toList();
    }

    private static Set<Class<?>> classesIn(Type type) {
      Set<Class<?>> found = new LinkedHashSet<>();
      collect(type, found);
      return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
      if (type instanceof Class<?> c) {
        Class<?> plain = c;
        while (plain.isArray()) plain = plain.getComponentType();
        if (!plain.isPrimitive()) found.add(plain);
      } else if (type instanceof ParameterizedType parameterized) {
        collect(parameterized.getRawType(), found);
        for (Type argument : parameterized.getActualTypeArguments()) collect(argument, found);
      } else if (type instanceof WildcardType wildcard) {
        collect(wildcard.getUpperBounds()[0], found);
      } else if (type instanceof TypeVariable<?> variable) {
        Type bound = variable.getBounds()[0];
        // A bound may name its own variable, as in T extends Comparable<T>.
        collect(bound instanceof ParameterizedType parameterized ? parameterized.getRawType() : bound, found);
      } else if (type instanceof GenericArrayType array) {
        collect(array.getGenericComponentType(), found);
      }
    }

    // ---- values of fresh objects

    private List<Object> objectsOf(Class<?> type) {
      List<Object> known = objects.get(type);
      if (known == null) objects.put(type, known = create(type));
      return known;
    }

    private List<Object> create(Class<?> type) {
      Constructor<?> constructor = constructorOf(type);
      if (constructor == null || type.isEnum()) return List.of();
      try {
        constructor.setAccessible(true);
        return List.of(constructor.newInstance(), constructor.newInstance());
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        if (isDescribed(type)) notCreated.add(type.getName());
        return List.of();
      }
    }

    private static Constructor<?> constructorOf(Class<?> type) {
      if (!isConcrete(type)) return null;
      return Stream.of(type.getDeclaredConstructors()).filter(c -> c.getParameterCount() == 0).findFirst().orElse(null);
    }

    /** What the class itself puts into its own field; of an abstract class, what most of its subclasses have in it. */
    private Value ownValue(Field field) {
      Value known = values.get(field);
      if (known == null) values.put(field, known = computeOwnValue(field));
      return known;
    }

    private Value computeOwnValue(Field field) {
      Class<?> owner = field.getDeclaringClass();
      if (isConcrete(owner)) return valueIn(field, owner);
      List<Value> all =
          configurable.stream()
              .filter(type -> isConcrete(type) && owner.isAssignableFrom(type))
              .map(type -> valueIn(field, type))
              .filter(Value::known)
              .toList();
      // Where one subclass has none, it is the others that fill it.
      if (all.stream().anyMatch(value -> !value.isFilled())) return Value.EMPTY;
      return all.stream()
          .max(Comparator.comparingLong(value -> all.stream().filter(value::isLike).count()))
          .orElse(Value.UNKNOWN);
    }

    private Value valueIn(Field field, Class<?> type) {
      List<Object> fresh = objectsOf(type);
      if (fresh.isEmpty()) return Value.UNKNOWN;
      try {
        field.setAccessible(true);
        return Value.of(field.get(fresh.get(0)), field.get(fresh.get(1)));
      } catch (IllegalAccessException | RuntimeException e) {
        return Value.UNKNOWN;
      }
    }

    // ---- the document

    private Map<String, Object> describe() {
      Map<String, Object> modules = new TreeMap<>();
      Map<String, Object> components = new TreeMap<>();
      Map<String, Object> preProcessors = new TreeMap<>();
      for (Archive archive : archives.archives) {
        if (!archive.described()) continue;
        modules.put(archive.module(), module(archive));
        for (String name : archive.managementComponents()) components.put(name, inModule(archive));
        for (String name : archive.preProcessors()) preProcessors.put(name, inModule(archive));
      }
      Map<String, Object> classes = new TreeMap<>();
      Map<String, Object> externalEnums = new TreeMap<>();
      for (Class<?> type : configurable) {
        if (!isDescribed(type)) continue;
        classes.put(compact(type.getName()), classEntry(type));
        modules.computeIfAbsent(archiveOf.get(type).module(), module -> module(archiveOf.get(type)));
        if (opaque.contains(type.getName())) continue;
        for (Field field : configuredFields(type))
          for (Class<?> held : classesIn(field.getGenericType()))
            if (held.isEnum() && !archiveOf.containsKey(held)) externalEnums.put(held.getName(), constants(held));
      }
      for (String name : opaque) classes.putIfAbsent(compact(name), opaqueEntry(name));

      Map<String, Object> all = new LinkedHashMap<>();
      all.put("format", "interlok-catalogue/1");
      all.put("prefix", PREFIX);
      all.put("releases", options.release() == null ? Map.of() : Map.of(options.release(), Map.of()));
      all.put("modules", modules);
      all.put("managementComponents", components);
      all.put("preProcessors", preProcessors);
      all.put("externalEnums", externalEnums);
      all.put("classes", classes);
      return all;
    }

    private Map<String, Object> module(Archive archive) {
      String version = options.release() != null ? options.release() : Objects.requireNonNullElse(archive.version(), "?");
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("first", version);
      entry.put("last", version);
      entry.put("jar", Archives.nameOf(archive.path()));
      if (options.stock()) entry.put("stock", "(,)");
      return entry;
    }

    private static List<Object> inModule(Archive archive) {
      return List.of(Map.of("m", archive.module()));
    }

    private Map<String, Object> opaqueEntry(String name) {
      Map<String, Object> entry = new LinkedHashMap<>();
      archives.archives.stream()
          .filter(archive -> archive.described() && archive.classNames().contains(name))
          .findFirst()
          .ifPresent(archive -> entry.put("m", archive.module()));
      entry.put("o", 1);
      return entry;
    }

    private Map<String, Object> classEntry(Class<?> type) {
      Archive archive = archiveOf.get(type);
      Marks marks = Marks.of(type);
      Map<String, Object> entry = new LinkedHashMap<>();
      marks.text(Marks.ALIAS, "value").ifPresent(alias -> {
        entry.put("a", alias);
        if (!archive.registered().contains(type.getName().replace('$', '.'))
            && !archive.registered().contains(type.getName())) unregistered.add(type.getName());
      });
      String kind = kindOf(type);
      if (kind != null) entry.put("k", kind);
      entry.put("m", archive.module());
      if (opaque.contains(type.getName())) {
        putUnlessEmpty(entry, "i", interfacesOf(type));
        entry.put("o", 1);
        return entry;
      }
      if (type.isInterface()) entry.put("if", 1);
      else if (!isConcrete(type) && !type.isEnum()) entry.put("abs", 1);
      if (isNamedSuperclass(type.getSuperclass()) && !type.isEnum()) entry.put("x", compact(type.getSuperclass().getName()));
      putUnlessEmpty(entry, "i", interfacesOf(type));
      marks.text(Marks.PROFILE, "since").ifPresent(since -> entry.put("since", since));
      putUnlessEmpty(entry, "tag", tags(marks));
      putUnlessEmpty(entry, "rec", recommended(marks));
      deprecation(entry, marks);
      putUnlessEmpty(entry, "set", filledByConstructor(type));
      putUnlessEmpty(entry, "f", fields(type));
      putUnlessEmpty(entry, "ig", transientNames(type));
      if (type.isEnum()) entry.put("e", constants(type));
      if (!type.isEnum() && isConcrete(type) && constructorOf(type) == null && !isSerializable(type)) entry.put("nc", 1);
      if (java.io.Externalizable.class.isAssignableFrom(type) && isConcrete(type)) entry.put("cs", 1);
      if (archive.beans().contains(type.getName())) entry.put("bean", 1);
      return entry;
    }

    /** XStream creates an object of these without a constructor. */
    private static boolean isSerializable(Class<?> type) {
      return java.io.Serializable.class.isAssignableFrom(type);
    }

    private boolean isNamedSuperclass(Class<?> type) {
      return type != null && (configurable.contains(type) || type.getName().startsWith("java.util."));
    }

    /** Interfaces that fields take, without those that the superclass has already. */
    private List<String> interfacesOf(Class<?> type) {
      Set<Class<?>> own = interfaces(type);
      if (isNamedSuperclass(type.getSuperclass())) own.removeAll(interfaces(type.getSuperclass()));
      return own.stream()
          .filter(i -> configurable.contains(i) || i == List.class)
          .map(i -> compact(i.getName()))
          .sorted()
          .toList();
    }

    private static Set<Class<?>> interfaces(Class<?> type) {
      Set<Class<?>> all = new LinkedHashSet<>();
      for (Class<?> c = type; c != null; c = c.getSuperclass())
        for (Class<?> i : c.getInterfaces()) {
          all.add(i);
          all.addAll(interfaces(i));
        }
      return all;
    }

    private static final Map<String, String> KINDS =
        Map.ofEntries(
            Map.entry("com.adaptris.core.Service", "service"),
            Map.entry("com.adaptris.core.AdaptrisConnection", "connection"),
            Map.entry("com.adaptris.core.AdaptrisMessageConsumer", "consumer"),
            Map.entry("com.adaptris.core.AdaptrisMessageProducer", "producer"),
            Map.entry("com.adaptris.core.AdaptrisMarshaller", "marshaller"),
            Map.entry("com.adaptris.core.AdaptrisMessageEncoder", "encoder"),
            Map.entry("com.adaptris.core.AdaptrisMessageFactory", "message-factory"),
            Map.entry("com.adaptris.core.ProcessingExceptionHandler", "error-handler"),
            Map.entry("com.adaptris.core.WorkflowInterceptor", "interceptor"),
            Map.entry("com.adaptris.core.jms.VendorImplementation", "jms-vendor"),
            Map.entry("com.adaptris.core.jms3.VendorImplementation", "jms-vendor"),
            Map.entry("com.adaptris.interlok.config.DataInputParameter", "data-input"),
            Map.entry("com.adaptris.interlok.config.DataOutputParameter", "data-output"));

    /** What it is for: a kind of Interlok's own, else the most general type that a field takes. */
    private String kindOf(Class<?> type) {
      if (type.isEnum()) return null;
      Set<Class<?>> bases = interfaces(type);
      for (Class<?> c = type; c != null; c = c.getSuperclass()) bases.add(c);
      Optional<String> known = bases.stream().map(base -> KINDS.get(base.getName())).filter(Objects::nonNull).sorted().findFirst();
      if (known.isPresent()) return known.get();
      return bases.stream()
          .filter(base -> base != type && fieldTypes.contains(base) && archiveOf.containsKey(base))
          .filter(base -> bases.stream().noneMatch(o -> o != base && fieldTypes.contains(o) && archiveOf.containsKey(o) && o.isAssignableFrom(base)))
          .map(base -> xmlName(base.getSimpleName()))
          .sorted()
          .findFirst()
          .orElse(null);
    }

    private static List<String> tags(Marks marks) {
      return marks.text(Marks.PROFILE, "tag").stream()
          .flatMap(text -> Stream.of(text.split(",")))
          .map(String::trim)
          .filter(tag -> !tag.isEmpty())
          .toList();
    }

    private static List<String> recommended(Marks marks) {
      return marks.classes(Marks.PROFILE, "recommended").stream().map(c -> compact(c.getName())).sorted().toList();
    }

    private static void deprecation(Map<String, Object> entry, Marks marks) {
      if (marks.has(Marks.DEPRECATED)) entry.put("dep", 1);
      marks.text(Marks.REMOVAL, "version").ifPresent(version -> entry.put("rm", version));
    }

    /** Fields of superclasses that hold something else in a fresh object of this class. */
    private Map<String, Object> filledByConstructor(Class<?> type) {
      Map<String, Object> set = new TreeMap<>();
      for (Class<?> c = type.getSuperclass(); c != null && configurable.contains(c); c = c.getSuperclass()) {
        if (opaque.contains(c.getName())) continue;
        for (Field field : configuredFields(c)) {
          Value value = valueIn(field, type);
          if (value.isFilled() && !value.isLike(ownValue(field)))
            set.put(xmlName(field.getName()), value.literal().orElseGet(() -> objectName(value.object())));
        }
      }
      return set;
    }

    private static String objectName(Object object) {
      return "@" + compact(object.getClass().getName());
    }

    private Map<String, Object> fields(Class<?> type) {
      Map<String, Object> fields = new TreeMap<>();
      for (Field field : configuredFields(type)) fields.put(xmlName(field.getName()), fieldEntry(field));
      return fields;
    }

    private Map<String, Object> fieldEntry(Field field) {
      Marks marks = Marks.of(field);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("t", typeName(field.getGenericType()));
      if (marks.has(Marks.IMPLICIT)) entry.put("im", marks.text(Marks.IMPLICIT, "itemFieldName").orElse("*"));
      String required = requirement(marks);
      if (required != null) entry.put("r", required);
      value(entry, field, marks, required != null);
      marks.constraintText("Min", "value")
          .or(() -> marks.constraintText("Range", "min"))
          .or(() -> marks.constraintText("PositiveOrZero", "message").map(message -> "0"))
          .or(() -> marks.constraintText("Positive", "message").map(message -> "1"))
          .ifPresent(min -> entry.put("min", min));
      marks.constraintText("Max", "value")
          .or(() -> marks.constraintText("Range", "max"))
          .ifPresent(max -> entry.put("max", max));
      marks.constraintText("Pattern", "regexp").ifPresent(regexp -> entry.put("re", regexp));
      if ("PASSWORD".equalsIgnoreCase(marks.text(Marks.HINT, "style").orElse(""))) entry.put("pw", 1);
      if (marks.flag(Marks.HINT, "external")) entry.put("ext", 1);
      if (marks.flag(Marks.HINT, "expression")) entry.put("expr", 1);
      if (marks.hasConstraint("Valid")) entry.put("va", 1);
      if (marks.has(Marks.ADVANCED)) entry.put("adv", 1);
      deprecation(entry, marks);
      return entry;
    }

    private static String requirement(Marks marks) {
      if (marks.hasConstraint("NotBlank")) return "b";
      if (marks.hasConstraint("NotEmpty")) return "e";
      return marks.hasConstraint("NotNull") ? "n" : null;
    }

    private void value(Map<String, Object> entry, Field field, Marks marks, boolean isRequired) {
      Value own = ownValue(field);
      Optional<String> declared = marks.text(Marks.DEFAULT, "value");
      if (!own.known()) {
        // Nothing is required of which it is not known whether the constructor fills it.
        if (isRequired) entry.put("i", 1);
        declared.ifPresent(text -> entry.put("d", text));
        return;
      }
      if (own.isFilled()) entry.put("i", 1);
      Optional<String> literal = own.literal();
      if (literal.isPresent()) entry.put("d", literal.get());
      else declared.ifPresent(text -> entry.put("d", text));
      if (literal.isPresent() || !own.isFilled() || own.random()) return;
      Class<?> type = own.object().getClass();
      if (type != field.getType() && configurable.contains(type)) entry.put("ic", compact(type.getName()));
    }

    /** XStream skips the elements of these without a word. */
    private static List<String> transientNames(Class<?> type) {
      if (type.isInterface() || type.isEnum()) return List.of();
      return Stream.of(type.getDeclaredFields())
          .filter(field -> Modifier.isTransient(field.getModifiers()))
          .map(field -> xmlName(field.getName()))
          .sorted()
          .toList();
    }

    private static List<String> constants(Class<?> type) {
      return Stream.of(type.getEnumConstants()).map(constant -> ((Enum<?>) constant).name()).toList();
    }

    private static void putUnlessEmpty(Map<String, Object> entry, String key, Object value) {
      boolean isEmpty = value instanceof Map<?, ?> map ? map.isEmpty() : ((Collection<?>) value).isEmpty();
      if (!isEmpty) entry.put(key, value);
    }
  }

  // ---- names

  static final String PREFIX = "com.adaptris.";

  static String compact(String className) {
    return className.startsWith(PREFIX) ? "~" + className.substring(PREFIX.length()) : className;
  }

  /** The element of a field, as Interlok writes it: hyphens before capitals, and a capital after a capital stays. */
  static String xmlName(String javaName) {
    boolean startsWithCapitals =
        javaName.length() > 1 && Character.isUpperCase(javaName.charAt(0)) && Character.isUpperCase(javaName.charAt(1));
    if (startsWithCapitals) return javaName;
    StringBuilder name = new StringBuilder().append(Character.toLowerCase(javaName.charAt(0)));
    for (int i = 1; i < javaName.length(); i++) {
      char c = javaName.charAt(i);
      boolean isAfterCapital = i > 1 && Character.isUpperCase(javaName.charAt(i - 1));
      if (Character.isUpperCase(c) && !isAfterCapital) name.append('-').append(Character.toLowerCase(c));
      else name.append(c);
    }
    return name.toString();
  }

  private static final Set<String> SHORT =
      Set.of("Boolean", "Byte", "Character", "Double", "Float", "Integer", "Long", "Object", "Short", "String");

  static String typeName(Type type) {
    if (type instanceof Class<?> c) {
      if (c.isArray()) return typeName(c.getComponentType()) + "[]";
      boolean isShort = "java.lang".equals(c.getPackageName()) && SHORT.contains(c.getSimpleName());
      return isShort ? c.getSimpleName() : compact(c.getName());
    }
    if (type instanceof ParameterizedType parameterized) {
      String arguments =
          Stream.of(parameterized.getActualTypeArguments()).map(DescribeComponents::erasedName).collect(Collectors.joining(","));
      // Only collections and maps hold what is read from XML; the parameters of other types say nothing about it.
      Class<?> raw = (Class<?>) parameterized.getRawType();
      boolean isContainer = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
      return isContainer && raw.getName().startsWith("java.") ? typeName(raw) + "<" + arguments + ">" : typeName(raw);
    }
    return erasedName(type);
  }

  private static String erasedName(Type type) {
    if (type instanceof Class<?>) return typeName(type);
    if (type instanceof ParameterizedType parameterized) return typeName(parameterized.getRawType());
    if (type instanceof WildcardType wildcard) return erasedName(wildcard.getUpperBounds()[0]);
    if (type instanceof TypeVariable<?> variable) return erasedName(variable.getBounds()[0]);
    if (type instanceof GenericArrayType array) return erasedName(array.getGenericComponentType()) + "[]";
    return type.getTypeName();
  }

  /** Writes JSON; of the document, one entry of each table a line. */
  static final class Json {

    static String document(Map<String, Object> document) {
      StringBuilder out = new StringBuilder("{\n");
      String separator = "";
      for (Map.Entry<String, Object> entry : document.entrySet()) {
        out.append(separator).append(string(entry.getKey())).append(':');
        if (entry.getValue() instanceof Map<?, ?> table) out.append(table(table));
        else out.append(value(entry.getValue()));
        separator = ",\n";
      }
      return out.append("\n}\n").toString();
    }

    private static String table(Map<?, ?> table) {
      if (table.isEmpty()) return "{}";
      return table.entrySet().stream()
          .map(row -> string(String.valueOf(row.getKey())) + ":" + value(row.getValue()))
          .collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String value(Object value) {
      if (value instanceof Map<?, ?> map)
        return map.entrySet().stream()
            .map(entry -> string(String.valueOf(entry.getKey())) + ":" + value(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
      if (value instanceof Collection<?> list)
        return list.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
      return value instanceof Number ? value.toString() : string(String.valueOf(value));
    }

    private static String string(String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        if (c == '"' || c == '\\') out.append('\\').append(c);
        else if (c < ' ' || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
        else out.append(c);
      }
      return out.append('"').toString();
    }
  }
}
