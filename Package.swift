// swift-tools-version: 6.2
import PackageDescription

// The targets stand in the order in which data flows:
//
//     text → tokens → syntax tree → bound plan → column batches → result → text on a screen
//
// Each `dependencies` list is the whole set of legal import arrows of its target; `make lint`
// refuses any other.

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "rummage",
  products: [.executable(name: "rummage", targets: ["rummage"])],
  targets: [
    // C: what Swift cannot call or express.
    .systemLibrary(name: "CEditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CLz4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CKernels"),

    // Text to syntax tree.
    .target(name: "Language", swiftSettings: strict),
    // What is known about goods, units, countries, regions and operations.
    .target(name: "Reference", swiftSettings: strict),
    // Types, columns, and the only loops over rows.
    .target(
      name: "Columns", dependencies: ["CKernels", "Reference"], exclude: ["Kernels/README.md"],
      swiftSettings: strict),
    // Files to columns.
    .target(
      name: "Loading",
      dependencies: [
        "Columns", "CKernels", "CZlib", "CZstd", "CLz4", "CMinizip", "CExpat", "Reference",
      ],
      swiftSettings: strict),
    // Syntax tree to a bound, optimised plan.
    .target(
      name: "Planning", dependencies: ["Language", "Columns", "Reference"], swiftSettings: strict),
    // Plan to batches.
    .target(
      name: "Execution",
      dependencies: ["Planning", "Loading", "Columns", "Language", "Reference"],
      swiftSettings: strict),
    // A result or a diagnostic to text.
    .target(name: "Rendering", dependencies: ["Columns", "Language"], swiftSettings: strict),
    // The synthetic training data.
    .target(name: "SampleData", dependencies: ["Reference"], swiftSettings: strict),

    // The programs: wiring only.
    .executableTarget(
      name: "rummage",
      dependencies: [
        "CEditLine", "Language", "Reference", "Columns", "Loading", "Planning", "Execution",
        "Rendering", "SampleData",
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "benchmark",
      dependencies: ["Language", "Columns", "Loading", "Planning", "Execution", "SampleData"],
      swiftSettings: strict),

    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(
      name: "ColumnsTests", dependencies: ["Columns", "CKernels", "Reference"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanningTests", dependencies: ["Planning", "Columns"], swiftSettings: strict),
    .testTarget(
      name: "ExecutionTests",
      dependencies: ["Execution", "Planning", "Loading", "Columns", "Language"],
      swiftSettings: strict),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Execution", "Planning", "Columns", "Language", "Loading", "Rendering"],
      exclude: ["Scripts"], swiftSettings: strict),
    .testTarget(
      name: "LogicTests",
      dependencies: ["rummage", "Execution", "Columns", "Language", "Rendering"],
      exclude: ["Files"], swiftSettings: strict),
    // A second implementation to be compared with; the program itself does without it.
    .systemLibrary(
      name: "CSQLite", path: "Tests/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    .testTarget(
      name: "DifferentialTests",
      dependencies: ["CSQLite", "Execution", "Columns", "Language", "Rendering"],
      swiftSettings: strict),
    // What the fuzzer's bytes stand for, which the tests replay.
    .target(
      name: "FuzzInputs", dependencies: ["Loading", "CZlib"], path: "Tests/FuzzInputs",
      swiftSettings: strict),
    .testTarget(name: "ReferenceTests", dependencies: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "SampleDataTests", dependencies: ["SampleData", "Reference"], swiftSettings: strict),
    .testTarget(
      name: "RenderingTests", dependencies: ["Rendering", "Columns", "Language"],
      swiftSettings: strict),
    // Programs that run on a terminal of their own, for the tests of the console.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "ConsoleTests",
      dependencies: ["rummage", "CPseudoTerminal", "Rendering", "Columns", "Language"],
      exclude: ["Console/tutorial.transcript"], swiftSettings: strict),
    .testTarget(
      name: "LoadingTests",
      dependencies: [
        "Loading", "Columns", "CKernels", "CZlib", "CZstd", "FuzzInputs", "Reference",
      ],
      exclude: ["Torture", "Corpus", "Arrow/peers.py"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzing of the readers needs a compiler's flag that no other build does.
if Context.environment["RUMMAGE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Loading", "FuzzInputs"], path: "Tests/Fuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
