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

    /// <summary>Of a saved form: its next step comes after another task of the deal, which is the next one now.</summary>
    public bool PassoFicouDepois(ResumoForm agora) =>
        (Antes.ContainsKey(nameof(ProximoPasso)) || Antes.ContainsKey(nameof(ProximoPassoEm)))
        && Edicao().Novos is var salvos && (salvos.ProximoPasso, salvos.ProximoPassoEm) != (agora.ProximoPasso, agora.Dia);

    public static ResumoForm De(Oportunidade oportunidade)
    {
        var form = new ResumoForm { Versao = oportunidade.Versao };
        form.Mostrar(CamposDaOportunidade.De(oportunidade));
        return form;
    }

    /// <summary>As if opened now: what is stored becomes what the changed fields said before.</summary>
    public void AbrirSobre(Oportunidade oportunidade)
    {
        var campos = CamposDaOportunidade.De(oportunidade);
        Versao = oportunidade.Versao;
        Antes = Antes.Keys.Intersect(_campos).ToDictionary(campo => campo, campo => (string?)campos.Texto(campo));
    }

    public void Mostrar(CamposDaOportunidade campos)
    {
        Titulo = campos.Titulo;
        Valor = campos.Texto(nameof(Valor));
        ResponsavelId = campos.ResponsavelId;
        ProximoPasso = campos.ProximoPasso;
        ProximoPassoEm = campos.ProximoPassoEm is { } dia ? DiaLocal.ParaCampo(dia) : null;
    }

    /// <summary>Of a valid form.</summary>
    public EdicaoDaOportunidade Edicao() => new(
        Versao,
        new CamposDaOportunidade
        {
            Titulo = Titulo!.Trim(),
            Valor = Dinheiro.Ler(Valor) ?? 0,
            ResponsavelId = ResponsavelId,
            ProximoPasso = string.IsNullOrWhiteSpace(ProximoPasso) ? null : ProximoPasso.Trim(),
            ProximoPassoEm = Dia,
        },
        _campos)
    {
        Antes = Antes,
    };
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
