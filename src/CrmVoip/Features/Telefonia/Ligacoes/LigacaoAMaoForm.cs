using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>A call made on another telephone, as it is written down. NumeroEscolhido: one of the contact's, or "outro", which is typed.</summary>
public sealed class LigacaoAMaoForm
{
    public const string Outro = "outro";
    public const int MinutosMaximo = 24 * 60;

    [Display(Name = "Direção")]
    public DirecaoDaLigacao Sentido { get; set; }

    [Display(Name = "Número")]
    public string? NumeroEscolhido { get; set; }

    [Display(Name = "Outro número")]
    public string? OutroNumero { get; set; }

    /// <summary>"28/11/2026", as it is typed.</summary>
    [Display(Name = "Dia")]
    public string? Dia { get; set; }

    [Display(Name = "Hora")]
    public string? Hora { get; set; }

    [Display(Name = "Minutos de conversa")]
    public int? Minutos { get; set; }

    [Display(Name = "Atendida")]
    public bool? Atendida { get; set; }

    [Display(Name = "Resultado")]
    public Guid? ResultadoId { get; set; }

    [Display(Name = "Nota")]
    public string? Nota { get; set; }

    public bool EhOutro => Digitado.Limpar(NumeroEscolhido) == Outro;

    /// <summary>Of a valid form.</summary>
    public NumeroDeTelefone Numero() => NumeroDeTelefone.Ler(EhOutro ? OutroNumero : NumeroEscolhido)!;

    public LigacaoDita Dita(string fuso) => new(Sentido, Momento(fuso)!.Value, Atendida == true, TimeSpan.FromMinutes(Minutos ?? 0));

    /// <summary>Null while day or hour cannot be read.</summary>
    public DateTimeOffset? Momento(string fuso) =>
        DiaLocal.Ler(Dia) is { } dia && HoraDigitada.Ler(Hora) is { } hora ? DiaLocal.Momento(dia, hora, fuso) : null;
}

public sealed class LigacaoAMaoFormValidator : AbstractValidator<LigacaoAMaoForm>
{
    public LigacaoAMaoFormValidator(CrmDbContext db, OrganizacaoAtual atual, TimeProvider relogio)
    {
        DoNumero();
        DoMomento(atual, relogio);
        RuleFor(f => f.Sentido).IsInEnum().WithMessage("Escolha se a ligação foi feita ou recebida.");
        RuleFor(f => f.Atendida).NotNull().WithMessage("Diga se a ligação foi atendida.");
        RuleFor(f => f.Minutos)
            .InclusiveBetween(0, LigacaoAMaoForm.MinutosMaximo).WithMessage("Digite os minutos, de 0 a 1.440.");
        RuleFor(f => f.Minutos)
            .Must((f, m) => f.Atendida != false || m is null or 0).WithMessage("Uma ligação não atendida não tem conversa. Deixe vazio, ou marque como atendida.");
        RuleFor(f => f.ResultadoId)
            .MustAsync((id, ct) => db.ResultadosDeLigacao.AnyAsync(r => r.Id == id && r.Ativo, ct)).WithMessage("Escolha um resultado da lista.")
            .When(f => f.ResultadoId is not null);
        RuleFor(f => f.Nota).Ate(Ligacao.NotasMaximo);
    }

    private void DoNumero()
    {
        RuleFor(f => f.NumeroEscolhido)
            .Must((f, n) => f.EhOutro || NumeroDeTelefone.Ler(n) is not null).WithMessage("Escolha o número.");
        RuleFor(f => f.OutroNumero).TelefoneSeHouver();
        RuleFor(f => f.OutroNumero)
            .Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("Digite o número.")
            .When(f => f.EhOutro);
    }

    private void DoMomento(OrganizacaoAtual atual, TimeProvider relogio)
    {
        bool NoFuturo(LigacaoAMaoForm form) => form.Momento(atual.Exigido.FusoHorario) > relogio.GetUtcNow();
        DateOnly Hoje() => DiaLocal.De(relogio.GetUtcNow(), atual.Exigido.FusoHorario);
        RuleFor(f => f.Dia).Cascade(CascadeMode.Stop)
            .Must(d => DiaLocal.Ler(d) is not null).WithMessage("Digite a data como 28/11/2026, ou escolha no calendário.")
            .Must(d => DiaLocal.Ler(d) <= Hoje()).WithMessage("Este dia ainda não chegou. Para uma ligação futura, crie uma tarefa.");
        RuleFor(f => f.Hora).Cascade(CascadeMode.Stop)
            .Must(h => HoraDigitada.Ler(h) is not null).WithMessage("Digite a hora como 15:30.")
            .Must((f, _) => DiaLocal.Ler(f.Dia) > Hoje() || !NoFuturo(f)).WithMessage("Esta hora ainda não chegou.");
    }
}
