using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Edicoes;
using CrmVoip.Web;

namespace CrmVoip.Features.Vendas.Tarefas;

/// <summary>What a person edits of a task.</summary>
public sealed record CamposDaTarefa : ICampos<CamposDaTarefa>
{
    public static readonly IReadOnlyList<string> Todos = [nameof(Tipo), nameof(Texto), nameof(Dia), nameof(Hora), nameof(ResponsavelId)];

    public TipoDeTarefa Tipo { get; init; }

    public string Texto { get; init; } = "";

    public DateOnly? Dia { get; init; }

    public TimeOnly? Hora { get; init; }

    public Guid ResponsavelId { get; init; }

    public static CamposDaTarefa De(Tarefa tarefa) =>
        new() { Tipo = tarefa.Tipo, Texto = tarefa.Texto, Dia = tarefa.Dia, Hora = tarefa.Hora, ResponsavelId = tarefa.ResponsavelId };

    public CamposDaTarefa Com(CamposDaTarefa outros, IReadOnlyCollection<string> campos) => new()
    {
        Tipo = campos.Contains(nameof(Tipo)) ? outros.Tipo : Tipo,
        Texto = campos.Contains(nameof(Texto)) ? outros.Texto : Texto,
        Dia = campos.Contains(nameof(Dia)) ? outros.Dia : Dia,
        Hora = campos.Contains(nameof(Hora)) ? outros.Hora : Hora,
        ResponsavelId = campos.Contains(nameof(ResponsavelId)) ? outros.ResponsavelId : ResponsavelId,
    };

    /// <summary>What the field of a form says.</summary>
    public string Escrito(string campo) => campo switch
    {
        nameof(Tipo) => Tipo.ToString(),
        nameof(Texto) => Texto,
        nameof(Dia) => Dia is { } dia ? DiaLocal.ParaCampo(dia) : "",
        nameof(Hora) => Hora is { } hora ? HoraDigitada.Texto(hora) : "",
        nameof(ResponsavelId) => ResponsavelId.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(campo), campo, null),
    };

    string ICampos<CamposDaTarefa>.Texto(string campo) => Escrito(campo);
}
