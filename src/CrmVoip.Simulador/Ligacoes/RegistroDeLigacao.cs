using System.Text.Json;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>A finished call as the provider keeps it (CDR).</summary>
public sealed record RegistroDeLigacao
{
    public required Guid Id { get; init; }

    public required string Dominio { get; init; }

    public required string Ramal { get; init; }

    public required string Numero { get; init; }

    public required string Email { get; init; }

    public required string Nome { get; init; }

    public required string Sobrenome { get; init; }

    public required DateTimeOffset Inicio { get; init; }

    public DateTimeOffset? AtendidaEm { get; init; }

    public required DateTimeOffset Fim { get; init; }

    public required string Causa { get; init; }

    public required string Codigo { get; init; }

    public bool TemGravacao { get; init; }

    public JsonElement? Metadata { get; init; }

    public int DuracaoSegundos => AtendidaEm is { } atendida ? (int)Math.Round((Fim - atendida).TotalSeconds) : 0;

    public static RegistroDeLigacao De(Ligacao ligacao) => new()
    {
        Id = ligacao.Id,
        Dominio = ligacao.Conta.Dominio,
        Ramal = ligacao.Ramal.Numero,
        Numero = ligacao.Numero,
        Email = ligacao.Ramal.Email,
        Nome = ligacao.Ramal.Nome,
        Sobrenome = ligacao.Ramal.Sobrenome,
        Inicio = ligacao.Inicio,
        AtendidaEm = ligacao.AtendidaEm,
        Fim = ligacao.Fim!.Value,
        Causa = ligacao.Causa!.Nome,
        Codigo = ligacao.Causa.Codigo,
        TemGravacao = ligacao.TemGravacao,
        Metadata = ligacao.Metadata,
    };
}
