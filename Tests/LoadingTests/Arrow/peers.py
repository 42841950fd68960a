"""Reads and writes Arrow files with pyarrow and polars, for ArrowPeerTests.

    peers.py modules                  the peers that are installed, one a line
    peers.py read PEER FILE           the table in FILE, a line of cells a row, parted by tabs
    peers.py write PEER FOLDER        files in FOLDER; beside each NAME.arrow a NAME.txt as `read` prints

Cells are written so that equal texts are equal values: see `shown`.
"""
import datetime
import decimal
import importlib.util
import pathlib
import struct
import sys

EPOCH = datetime.datetime(1970, 1, 1)


def shown(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return "nan" if value != value else struct.pack(">d", value).hex()
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, str):
        return "'" + value.encode().hex()
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        return f"{(value - EPOCH) // datetime.timedelta(microseconds=1)}us"
    if isinstance(value, datetime.date):
        return f"{(value - EPOCH.date()).days}d"
    if isinstance(value, datetime.time):
        whole = (value.hour * 60 + value.minute) * 60 + value.second
        return f"{whole * 1_000_000 + value.microsecond}t"
    if isinstance(value, datetime.timedelta):
        return f"0m0d{value // datetime.timedelta(microseconds=1)}i"
    if type(value).__name__ == "MonthDayNano":
        return f"{value[0]}m{value[1]}d{value[2] // 1000}i"
    raise TypeError(type(value))


def lines(columns):
    return "".join("\t".join(map(shown, row)) + "\n" for row in zip(*columns))


def pyarrow_columns(table):
    import pyarrow

    columns = []
    for column in table.columns:
        if pyarrow.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
            # Python's own times have no nanoseconds; rounded down like ours.
            floor = pyarrow.compute.floor_temporal(column, 1, unit="microsecond")
            column = floor.cast(pyarrow.timestamp("us", column.type.tz))
        columns.append(column.to_pylist())
    return columns


def read(peer, path):
    if peer == "pyarrow":
        import pyarrow.feather

        table = pyarrow.feather.read_table(path, memory_map=False)
        table.validate(full=True)
        return lines(pyarrow_columns(table))
    import polars

    return lines([column.to_list() for column in polars.read_ipc(path).get_columns()])


def write_pyarrow(folder):
    import pyarrow as pa
    import pyarrow.compute  # noqa: F401 (used as pyarrow.compute)
    import pyarrow.feather
    import pyarrow.ipc

    none = None
    numbers = {
        f"{'u' if low == 0 else ''}int{bits}": pa.array([low, none, high, 1], kind)
        for bits in (8, 16, 32, 64)
        for kind, low, high in (
            (getattr(pa, f"int{bits}")(), -(2 ** (bits - 1)), 2 ** (bits - 1) - 1),
            (getattr(pa, f"uint{bits}")(), 0, 2**bits - 1),
        )
    }
    decimals = {
        f"decimal{bits}": pa.array(
            [decimal.Decimal("1.25"), none, decimal.Decimal("-99999.99"), decimal.Decimal(0)],
            getattr(pa, f"decimal{bits}")(digits, 2),
        )
        for bits, digits in ((32, 9), (64, 18), (128, 38), (256, 40))
    }
    day = datetime.date(2024, 2, 29)
    moment = datetime.datetime(1961, 4, 12, 6, 7, 8)
    times = {
        "date32": pa.array([day, none, datetime.date(1, 1, 1), EPOCH.date()], pa.date32()),
        "date64": pa.array([day, none, datetime.date(1900, 1, 1), EPOCH.date()], pa.date64()),
        "time32": pa.array([datetime.time(1, 2, 3), none, datetime.time(0), none], pa.time32("s")),
        "time64": pa.array(
            [datetime.time(23, 59, 59, 999999), none, datetime.time(0), none], pa.time64("ns")
        ),
        "duration": pa.array(
            [datetime.timedelta(days=-3, microseconds=7), none, datetime.timedelta(0), none],
            pa.duration("us"),
        ),
        "interval": pa.array([(1, -2, 3000), none, (-12, 0, 0), (0, 0, -1000)], pa.month_day_nano_interval()),
    }
    for unit in ("s", "ms", "us", "ns"):
        times[f"timestamp {unit}"] = pa.array([moment, none, EPOCH, moment], pa.timestamp(unit))
    times["zone"] = pa.array([moment, none, EPOCH, moment], pa.timestamp("ms", "Europe/Brussels"))
    times["odd"] = pa.array([-1, none, 1001, 2000], pa.timestamp("ns"))
    words = ["Heroin", none, "é and more than twelve bytes", ""]
    texts = {
        "utf8": pa.array(words, pa.string()),
        "large": pa.array(words, pa.large_string()),
        "view": pa.array(words, pa.string_view()),
        "none": pa.array(words, pa.string()).slice(1, 1).take(pa.array([0, 0, 0, 0])),
    }
    dictionaries = {
        f"by {index}": pa.array(words, pa.dictionary(index, pa.string()))
        for index in (pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint32())
    }
    # Dictionaries that hold NULL, a text twice, and texts without rows; one of numbers.
    dictionaries["with NULL"] = pa.DictionaryArray.from_arrays(
        pa.array([0, 1, none, 2], pa.int8()), pa.array(["x", none, "y"])
    )
    dictionaries["twice"] = pa.DictionaryArray.from_arrays(
        pa.array([0, 1, 2, 3], pa.int8()), pa.array(["x", "y", "x", "y", "unused"])
    )
    dictionaries["numbers"] = pa.DictionaryArray.from_arrays(
        pa.array([1, none, 0, 1], pa.int16()), pa.array([10**12, -5])
    )
    others = {
        "bool": pa.array([True, none, False, True]),
        "float16": pa.array([1.5, none, -0.0, 65504.0], pa.float16()),
        "float32": pa.array([0.1, none, float("inf"), -1e-40], pa.float32()),
        "float64": pa.array([0.1, none, float("nan"), 1e300]),
        "null": pa.nulls(4),
    }
    four = {**numbers, **decimals, **times, **texts, **dictionaries, **others}
    small = pa.table(four)
    # Sliced and joined, so that bits do not begin at a byte and batches differ in length.
    large = pa.concat_tables([small.slice(1), small, small.slice(0, 3)] * 30).combine_chunks()
    many = pa.table({"n": pa.array(range(150_000)), "t": pa.array([f"text {n % 7}" for n in range(150_000)])})
    options = {"plain": none, "lz4": "lz4", "zstd": "zstd"}
    for name, table in (("small", small), ("large", large), ("many", many)):
        for word, codec in options.items():
            path = folder / f"{name}-{word}.arrow"
            settings = pa.ipc.IpcWriteOptions(compression=codec)
            with pa.ipc.new_file(path, table.schema, options=settings) as writer:
                writer.write_table(table, max_chunksize=97 if name == "large" else none)
            path.with_suffix(".txt").write_text(lines(pyarrow_columns(table)))
        path = folder / f"{name}-stream.arrow"
        with pa.ipc.new_stream(path, table.schema) as writer:
            writer.write_table(table, max_chunksize=50)
        path.with_suffix(".txt").write_text(lines(pyarrow_columns(table)))
    path = folder / "feather.arrow"
    pyarrow.feather.write_feather(large, path)
    path.with_suffix(".txt").write_text(lines(pyarrow_columns(large)))
    # Nested columns, between which others can be read.
    nested = pa.table(
        {
            "list": pa.array([[1], none, [2, 3]]),
            "a": pa.array([1, 2, 3]),
            "struct": pa.array([{"x": 1, "y": "z"}, none, {"x": 2, "y": none}]),
            "binary": pa.array([b"1", none, b"3"]),
            "views": pa.array([b"more than twelve bytes", none, b"3"], pa.binary_view()),
            "map": pa.array([[("k", 1)], none, []], pa.map_(pa.string(), pa.int8())),
            "union": pa.UnionArray.from_dense(
                pa.array([0, 1, 0], pa.int8()), pa.array([0, 0, 1], pa.int32()),
                [pa.array([1, 2]), pa.array(["x"])],
            ),
            "fixed": pa.array([[1, 2], none, [3, 4]], pa.list_(pa.int8(), 2)),
            "run": pa.RunEndEncodedArray.from_arrays(pa.array([1, 3], pa.int32()), pa.array(["p", "q"])),
            "view list": pa.array([["s"], none, []], pa.list_view(pa.string())),
            "b": pa.array(["p", none, "q"]),
        }
    )
    with pa.ipc.new_file(folder / "nested.arrow", nested.schema) as writer:
        writer.write_table(nested)
    kept = nested.select(["a", "b"])
    (folder / "nested.txt").write_text(lines(pyarrow_columns(kept)))


def write_polars(folder):
    import polars as pl

    words = ["Heroin", None, "é and more than twelve bytes", ""]
    table = pl.DataFrame(
        {
            "n": [1, None, -3, 4],
            "u": pl.Series([2**64 - 1, None, 0, 1], dtype=pl.UInt64),
            "f": [0.1, None, float("nan"), 1e300],
            "t": words,
            "c": pl.Series(words, dtype=pl.Categorical),
            "e": pl.Series(words, dtype=pl.Enum([w for w in words if w is not None])),
            "b": [True, None, False, True],
            "d": pl.Series(["1.25", None, "-3.50", "0.00"]).cast(pl.Decimal(12, 2)),
            "day": [datetime.date(2024, 2, 29), None, EPOCH.date(), EPOCH.date()],
            "at": pl.Series([EPOCH, None, datetime.datetime(1961, 4, 12), EPOCH], dtype=pl.Datetime("ms")),
            "time": [datetime.time(1, 2, 3), None, datetime.time(0), None],
            "span": [datetime.timedelta(days=-3), None, datetime.timedelta(0), None],
            "none": pl.Series([None] * 4, dtype=pl.Null),
        }
    )
    large = pl.concat([table] * 50, rechunk=True)
    for name, frame in (("small", table), ("large", large)):
        for codec in ("uncompressed", "lz4", "zstd"):
            path = folder / f"{name}-{codec}.arrow"
            frame.write_ipc(path, compression=codec)
            path.with_suffix(".txt").write_text(lines([c.to_list() for c in frame.get_columns()]))


if sys.argv[1] == "modules":
    for peer in ("pyarrow", "polars"):
        if importlib.util.find_spec(peer):
            print(peer)
elif sys.argv[1] == "read":
    sys.stdout.write(read(sys.argv[2], sys.argv[3]))
else:
    {"pyarrow": write_pyarrow, "polars": write_polars}[sys.argv[2]](pathlib.Path(sys.argv[3]))
