using System.ComponentModel.DataAnnotations;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Pessoas.Auditorias;

/// <summary>What the address asks to see, as typed. Nothing asked: the last seven days.</summary>
public sealed class FiltroDaAuditoria
{
    public const string Sistema = "sistema";
    private const int Dias = 7;

    [Display(Name = "De")]
    public string? De { get; set; }

    [Display(Name = "Até")]
    public string? Ate { get; set; }

    /// <summary>A member's id, or "sistema" for what nobody in particular did.</summary>
    public string? Pessoa { get; set; }

    public string? Assunto { get; set; }

    /// <summary>Only what is older than this place in the record.</summary>
    public string? Antes { get; set; }

    public Marco? Marco => Marco.Ler(Antes);

    /// <summary>Fills in what was not asked.</summary>
    public void Completar(DateOnly hoje)
    {
        var ate = DiaLocal.Ler(Ate) ?? (DiaLocal.Ler(De) is { } de && de > hoje ? de : hoje);
        De ??= DiaLocal.ParaCampo(ate.AddDays(1 - Dias));
        Ate ??= DiaLocal.ParaCampo(ate);
    }

    /// <summary>Of a completed and valid filter.</summary>
    public Recorte Recortar(string fuso) => new(
        DiaLocal.Inicio(DiaLocal.Ler(De)!.Value, fuso),
        DiaLocal.Inicio(DiaLocal.Ler(Ate)!.Value.AddDays(1), fuso),
        Guid.TryParse(Pessoa, out var id) ? id : null,
        Pessoa == Sistema,
        Assunto is null ? null : Frases.AcoesDe(Assunto));

    /// <summary>The same filter as a query string, at another place of the record.</summary>
    public QueryString Endereco(Marco? antes = null) => QueryString.Create(
        from par in new (string Nome, string? Valor)[]
        {
            (nameof(De), De), (nameof(Ate), Ate), (nameof(Pessoa), Pessoa), (nameof(Assunto), Assunto), (nameof(Antes), antes?.ToString()),
        }
        where par.Valor is not null
        select KeyValuePair.Create(par.Nome, par.Valor));
}

/// <summary>The part of the record to show. Ate is the first moment after it; Acoes null means all.</summary>
public sealed record Recorte(DateTimeOffset De, DateTimeOffset Ate, Guid? Pessoa, bool DoSistema, IReadOnlyList<string>? Acoes);

public sealed class FiltroDaAuditoriaValidator : AbstractValidator<FiltroDaAuditoria>
{
    private const string NaoEData = "Informe uma data, como 31/12/2026.";

    public FiltroDaAuditoriaValidator()
    {
        RuleFor(f => f.De).Must(EhData).WithMessage(NaoEData);
        RuleFor(f => f.Ate).Cascade(CascadeMode.Stop)
            .Must(EhData).WithMessage(NaoEData)
            .Must((filtro, ate) => ate is null || DiaLocal.Ler(filtro.De) is not { } de || de <= DiaLocal.Ler(ate))
            .WithMessage("A data final vem antes da inicial.");
        RuleFor(f => f.Assunto)
            .Must(assunto => assunto is null || Auditorias.Assunto.Todos.Any(a => a.Chave == assunto))
            .WithMessage("Escolha um assunto da lista.");
    }

    private static bool EhData(string? texto) => texto is null || DiaLocal.Ler(texto) is not null;
}
