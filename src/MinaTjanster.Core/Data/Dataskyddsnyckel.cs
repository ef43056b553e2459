namespace MinaTjanster.Core.Data;

/// <summary>A data-protection key, in the database so that every copy of the app can read every cookie (design decision 20).</summary>
public sealed class Dataskyddsnyckel
{
    private Dataskyddsnyckel()
    {
    }

    public Dataskyddsnyckel(string namn, string xml)
    {
        Namn = namn;
        Xml = xml;
    }

    public long Id { get; private set; }

    public string Namn { get; private set; } = "";

    public string Xml { get; private set; } = "";
}
