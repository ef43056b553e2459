using MinaTjanster.Core.Data;
using MinaTjanster.Core.Studiestod;

namespace MinaTjanster.Core.Skolkrapportering;

/// <summary>When the reporter means to send the underlag.</summary>
public enum Underlagsplan
{
    Senare,

    /// <summary>Straight after the report: the receipt leads on to the upload.</summary>
    Direkt,
}

/// <summary>Everything that the form holds.</summary>
/// <param name="Uppgift">What becomes the report.</param>
/// <param name="ValdStodform">The student's choice in avdelning A3 (domain.md section 4); null where it is not asked.</param>
/// <param name="Underlagsplan">Whether the underlag follows at once.</param>
public sealed record Skolkformular(Skolkuppgift Uppgift, Stodform? ValdStodform = null, Underlagsplan Underlagsplan = Underlagsplan.Senare);

/// <summary>
/// What a reporter has filled in and not yet sent. Its key becomes the report's sändningsnyckel (design decision 3).
/// </summary>
public sealed class Skolkutkast : ISkolagd, IVersionerad
{
    private Skolkutkast()
    {
    }

    public Skolkutkast(long skolaId, long studerandeId, long kontoId, string nyckel, Skolkformular formular, DateTime tid)
    {
        SkolaId = skolaId;
        StuderandeId = studerandeId;
        KontoId = kontoId;
        Nyckel = nyckel;
        Skapad = tid;
        Satt(formular);
    }

    public long Id { get; private set; }

    public long SkolaId { get; private set; }

    public long StuderandeId { get; private set; }

    public long KontoId { get; private set; }

    public string Nyckel { get; private set; } = "";

    public DateOnly ForstaDag { get; private set; }

    public DateOnly? SistaDag { get; private set; }

    public int? OgiltigMinuter { get; private set; }

    public int? Tillfallen { get; private set; }

    public Omfattningsbekraftelse Bekraftelse { get; private set; }

    public Stodform? ValdStodform { get; private set; }

    public Underlagsplan Underlagsplan { get; private set; }

    public DateTime Skapad { get; private set; }

    /// <summary>Raised when the form is saved again: a check page drawn before does not send what it did not show.</summary>
    public int Version { get; private set; }

    public Skolkformular Formular =>
        new(new(ForstaDag, SistaDag, OgiltigMinuter, Tillfallen, Bekraftelse == Omfattningsbekraftelse.Bekraftad), ValdStodform, Underlagsplan);

    public void Satt(Skolkformular formular)
    {
        var uppgift = formular.Uppgift;
        ForstaDag = uppgift.ForstaDag;
        SistaDag = uppgift.SistaDag;
        OgiltigMinuter = uppgift.OgiltigMinuter;
        Tillfallen = uppgift.Tillfallen;
        Bekraftelse = uppgift.Bekraftad ? Omfattningsbekraftelse.Bekraftad : Omfattningsbekraftelse.EjBekraftad;
        ValdStodform = formular.ValdStodform;
        Underlagsplan = formular.Underlagsplan;
    }
}
