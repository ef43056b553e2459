namespace MinaTjanster.Core.Studiestod;

/// <summary>The avdelning of the studiestödsförordning that an education belongs to; it decides the kind of support (domain.md section 4).</summary>
public enum Avdelning
{
    /// <summary>Gymnasieskola, komvux at compulsory level, some folkhögskola.</summary>
    A1,

    /// <summary>Komvux at upper secondary level, other folkhögskola.</summary>
    A2,

    /// <summary>Some konst- och kulturutbildning: under the age boundary the student chooses.</summary>
    A3,

    /// <summary>Post-secondary education: studiemedel at any age.</summary>
    B,
}
