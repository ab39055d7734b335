using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Controle;

/// <summary>How the provider strays from the truth for one account; see the README.</summary>
public sealed record Desvios
{
    public static readonly Desvios Nenhum = new();

    /// <summary>The provider's clock beside the real one, in webhooks.</summary>
    public double RelogioDoWebhookSegundos { get; init; }

    public double RelogioDaListaSegundos { get; init; }

    /// <summary>The webhooks name a call otherwise than the list.</summary>
    public bool IdsDiferentes { get; init; }

    /// <summary>The cause of every call that ends.</summary>
    public string? Causa { get; init; }

    public string? Codigo { get; init; }

    public Alteracoes? Alteracoes { get; init; }

    /// <summary>How long each page of <c>/calls</c> takes.</summary>
    public double PaginaSegundos { get; init; }

    public int? ItensPorPagina { get; init; }

    /// <summary>The list ends there, although it counts more.</summary>
    public int? PaginasNoMaximo { get; init; }

    /// <summary>The body of that page breaks off.</summary>
    public int? PaginaCortada { get; init; }

    public Recusa? Recusa { get; init; }

    public CausaDeDesligamento CausaOu(CausaDeDesligamento causa) =>
        Causa is null ? causa : CausaDeDesligamento.Qualquer(Causa, Codigo) with { Status = causa.Status };
}

/// <summary>Requests answered with a failure: all, those below a path, or one page; for a while, some times, or until changed.</summary>
public sealed record Recusa(int Status, string? Caminho, int? Pagina, int? Vezes, double? Segundos, int? EsperarSegundos);
