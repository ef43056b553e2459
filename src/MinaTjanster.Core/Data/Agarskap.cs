namespace MinaTjanster.Core.Data;

/// <summary>
/// A row owned by one school. Reads are filtered to the active school and writes to another school's row are refused
/// (design decision 6).
/// </summary>
public interface ISkolagd
{
    long SkolaId { get; }
}

/// <summary>A row that two people may change at once: <see cref="Version"/> is raised on every save and carried by forms (design decision 15).</summary>
public interface IVersionerad
{
    int Version { get; }
}
