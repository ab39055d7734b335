using System.Text.Json;

namespace CrmVoip.Simulador.Ligacoes;

/// <summary>A call as the provider keeps it (CDR); a correction replaces it.</summary>
public sealed record RegistroDeLigacao
{
    public required Guid Id { get; init; }

    public required string Dominio { get; init; }

    public required string Ramal { get; init; }

    public required string Numero { get; init; }

    public Direcao Direcao { get; init; }

    public required string Email { get; init; }

    public required string Nome { get; init; }

    public required string Sobrenome { get; init; }

    public required DateTimeOffset Inicio { get; init; }

    public DateTimeOffset? AtendidaEm { get; init; }

    public required DateTimeOffset Fim { get; init; }

    public required string Causa { get; init; }

    public required string Codigo { get; init; }

    public bool TemGravacao { get; init; }

    /// <summary>Counts how often the recording moved; earlier addresses are dead.</summary>
    public int MudancasDaGravacao { get; init; }

    public Alteracoes? Alteracoes { get; init; }

    public JsonElement? Metadata { get; init; }

    public int DuracaoSegundos => AtendidaEm is { } atendida ? (int)Math.Round((Fim - atendida).TotalSeconds) : 0;

    /// <summary>What the list and the recording call it.</summary>
    public string NomeDaGravacao => MudancasDaGravacao == 0 ? $"{Id}.wav" : $"{Id}.{MudancasDaGravacao}.wav";

    /// <summary>The webhooks' own id of the call, where an account has two.</summary>
    public Guid OutroId => new([.. Id.ToByteArray().Select((parte, i) => i is 7 or 8 ? parte : (byte)(parte ^ 0x5a))]);

    /// <summary>Before the end, <see cref="Fim"/> and <see cref="Causa"/> say nothing yet.</summary>
    public static RegistroDeLigacao De(Ligacao ligacao) => new()
    {
        Id = ligacao.Id,
        Dominio = ligacao.Conta.Dominio,
        Ramal = ligacao.Ramal.Numero,
        Numero = ligacao.Numero,
        Direcao = ligacao.Direcao,
        Email = ligacao.Ramal.Email,
        Nome = ligacao.Ramal.Nome,
        Sobrenome = ligacao.Ramal.Sobrenome,
        Inicio = ligacao.Inicio,
        AtendidaEm = ligacao.AtendidaEm,
        Fim = ligacao.Fim ?? ligacao.AtendidaEm ?? ligacao.Inicio,
        Causa = ligacao.Causa?.Nome ?? "",
        Codigo = ligacao.Causa?.Codigo ?? "",
        TemGravacao = ligacao.TemGravacao,
        Metadata = ligacao.Metadata,
    };
}
