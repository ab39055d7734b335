using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.Features.Vendas.Oportunidades;

/// <summary>What is edited in place in the details: saved as each field is left.</summary>
public sealed class ResumoForm
{
    private static readonly string[] _campos = [nameof(Titulo), nameof(Valor), nameof(ResponsavelId), nameof(ProximoPasso), nameof(ProximoPassoEm)];

    [FromRoute]
    public Guid? Id { get; set; }

    [Display(Name = "Título")]
    public string? Titulo { get; set; }

    [Display(Name = "Valor (R$)")]
    public string? Valor { get; set; }

    [Display(Name = "Responsável")]
    public Guid? ResponsavelId { get; set; }

    [Display(Name = "Próximo passo")]
    public string? ProximoPasso { get; set; }

    /// <summary>A day, "30/11/2026", as it is typed.</summary>
    [Display(Name = "Data")]
    public string? ProximoPassoEm { get; set; }

    public uint Versao { get; set; }

    /// <summary>The form on screen tells of a mistake: once it is mended, the whole form is drawn again.</summary>
    public bool Recusado { get; set; }

    /// <summary>
    /// What each field that was changed said before, by its name; empty without a script. Only these fields are saved, and
    /// only when nobody else has changed them since: two people may edit one opportunity.
    /// </summary>
    public Dictionary<string, string?> Antes { get; set; } = [];

    public DateOnly? Dia => DiaLocal.Ler(ProximoPassoEm);

    public static ResumoForm De(Oportunidade oportunidade) => new()
    {
        Titulo = oportunidade.Titulo,
        Valor = Formato.Numero(oportunidade.Valor),
        ResponsavelId = oportunidade.ResponsavelId,
        ProximoPasso = oportunidade.ProximoPasso,
        ProximoPassoEm = oportunidade.ProximoPassoEm is { } dia ? DiaLocal.ParaCampo(dia) : null,
        Versao = oportunidade.Versao,
    };

    /// <summary>Takes what was not changed here from what is stored. False when a field was changed by both.</summary>
    public bool Conciliar(ResumoForm guardado)
    {
        if (Antes.Count == 0)
        {
            return Versao == guardado.Versao;
        }

        var semConflito = Disputados(guardado).Count == 0;
        Titulo = Meu(nameof(Titulo)) ? Titulo : guardado.Titulo;
        Valor = Meu(nameof(Valor)) ? Valor : guardado.Valor;
        ResponsavelId = Meu(nameof(ResponsavelId)) ? ResponsavelId : guardado.ResponsavelId;
        ProximoPasso = Meu(nameof(ProximoPasso)) ? ProximoPasso : guardado.ProximoPasso;
        ProximoPassoEm = Meu(nameof(ProximoPassoEm)) ? ProximoPassoEm : guardado.ProximoPassoEm;
        Versao = guardado.Versao;
        return semConflito;
    }

    /// <summary>What both changed, and not to the same. Of a form that does not say what its fields said before: all that differs.</summary>
    public List<CampoDisputado> Disputados(ResumoForm guardado) =>
    [
        .. (Antes.Count == 0 ? _campos : [.. Antes.Where(a => guardado.Texto(a.Key) != (a.Value ?? "")).Select(a => a.Key)])
            .Where(campo => guardado.Texto(campo) != Texto(campo))
            .Select(campo => new CampoDisputado(campo, Texto(campo), guardado.Texto(campo))),
    ];

    /// <summary>What the field says on screen.</summary>
    public string Texto(string campo) => campo switch
    {
        nameof(Titulo) => Titulo ?? "",
        nameof(Valor) => Dinheiro.Ler(Valor) is { } valor ? Formato.Numero(valor) : Valor ?? "",
        nameof(ResponsavelId) => ResponsavelId?.ToString() ?? "",
        nameof(ProximoPasso) => ProximoPasso ?? "",
        nameof(ProximoPassoEm) => ProximoPassoEm ?? "",
        _ => "",
    };

    private bool Meu(string campo) => Antes.ContainsKey(campo);
}

public sealed class ResumoFormValidator : AbstractValidator<ResumoForm>
{
    public ResumoFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Titulo).Titulo();
        RuleFor(f => f.Valor).Valor();
        RuleFor(f => f.ResponsavelId).Responsavel(db, f => f.Id);
        RuleFor(f => f.ProximoPasso)
            .Ate(Oportunidade.ProximoPassoMaximo);
        RuleFor(f => f.ProximoPassoEm)
            .Must((form, texto) => string.IsNullOrWhiteSpace(texto) || form.Dia is not null).WithMessage("Digite a data como 05/12/2026, ou escolha no calendário.");
    }
}
