namespace MinaTjanster.Core.Studeranderapportering.Handelser;

/// <summary>The kinds of event that a school reports of a student (domain.md section 6). Stored by name; what each holds and allows is <see cref="Handelsetyper"/>.</summary>
public enum Handelseslag
{
    /// <summary>Admitted: planned studies.</summary>
    Antagen,

    BorjatStudera,

    /// <summary>Komvux: the part of a course that falls in the term.</summary>
    StudietidForTermin,

    /// <summary>Komvux: the school's Christmas break.</summary>
    Jullov,

    /// <summary>Händelse 31: continuous absence.</summary>
    Franvaro,

    /// <summary>Händelse 32: back in studies.</summary>
    AterIStudier,

    PlaneratUppehall,

    AndradOmfattning,

    Forlangning,

    Avbrott,

    BytAvSkola,

    EjPaborjat,

    /// <summary>Händelse 51: judged by <see cref="Skolkrapportering.Skolkregel"/>, on screen and in a file alike.</summary>
    Skolk,

    Studieresultat,

    Kursregistrering,

    /// <summary>Intyg 2441W: a course registration that cannot be made electronically.</summary>
    Intyg2441W,

    /// <summary>The supervisor's statement of an individual work.</summary>
    Handledarintyg,

    /// <summary>Suspension by decision.</summary>
    Avstangning,
}
