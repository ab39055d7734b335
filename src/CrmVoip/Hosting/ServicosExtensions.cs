using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Conta;
using CrmVoip.Features.Pessoas.Conta.Sessoes;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Novidades;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using CrmVoip.Web;
using CrmVoip.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

public static class ServicosExtensions
{
    public static string ConexaoExigida(this IConfiguration configuracao, string nome) =>
        configuracao.GetConnectionString(nome) is { Length: > 0 } conexao
            ? PrazosDaConexao.Completar(nome, conexao)
            : throw new PartidaRecusadaException($"ConnectionStrings:{nome} is not set.");

    public static OpcoesDoCrm OpcoesDoCrm(this IConfiguration configuracao) =>
        configuracao.GetSection(Hosting.OpcoesDoCrm.Secao).Get<OpcoesDoCrm>() ?? new OpcoesDoCrm();

    public static IServiceCollection AddDados(this IServiceCollection services, IConfiguration configuracao)
    {
        services.AddScoped<OrganizacaoAtual>();
        services.AddScoped<ResolvedorDeOrganizacao>();
        services.AddSingleton<EscopoDaOrganizacao>();
        services.AddSingleton<ComandosLentos>();
        services.AddDbContext<CrmDbContext>((provedor, options) =>
            options.UsarCrm(configuracao.ConexaoExigida("Crm"))
                .AddInterceptors(provedor.GetRequiredService<ComandosLentos>(), provedor.GetRequiredService<NovidadesInterceptor>()));
        services.AddDbContext<ContasDbContext>((provedor, options) =>
            options.UsarContas(configuracao.ConexaoExigida("Contas")).AddInterceptors(provedor.GetRequiredService<ComandosLentos>()));
        services.AddWork(() => configuracao.ConexaoExigida("Fila"));
        services.AddNovidades(
            () => configuracao.ConexaoExigida("Crm"),
            () => configuracao.ConexaoExigida(configuracao.GetConnectionString("CrmDireto") is { Length: > 0 } ? "CrmDireto" : "Crm"));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<VerificacaoDePartida>();
        services.AddSingleton<SinalDoBanco>();
        services.AddSingleton<PreenchimentoDoOperador>();
        services.AddSingleton<TrabalhosDoOperador>();
        return services;
    }

    public static IServiceCollection AddCofre(this IServiceCollection services, OpcoesDoCofre opcoes)
    {
        var protecao = services.AddDataProtection()
            .SetApplicationName("CrmVoip")
            .PersistKeysToDbContext<ContasDbContext>()
            .ProtectKeysWithCertificate(CertificadoDoCofre.Abrir(opcoes));
        if (CertificadoDoCofre.AbrirAnteriores(opcoes).ToArray() is { Length: > 0 } anteriores)
        {
            protecao.UnprotectKeysWithAnyCertificate(anteriores);
        }

        return services.AddSingleton<ICofre, CofreDeProtecaoDeDados>();
    }

    public static IServiceCollection AddContas(this IServiceCollection services, bool semTls)
    {
        services.AddIdentityCore<Usuario>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // The user name is the e-mail, which has rules of its own: o'brien@empresa.com.br is one.
            options.User.AllowedUserNameCharacters = "";
            options.Password.RequiredLength = RegrasDaConta.SenhaMinimo;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Lockout.MaxFailedAccessAttempts = SenhasErradas.DoLugar;
            options.Lockout.DefaultLockoutTimeSpan = SenhasErradas.Espera;
            options.Tokens.PasswordResetTokenProvider = TokenDeSenha.Nome;
        })
            .AddUserStore<ContasNoBanco>()
            .AddSignInManager<Porteiro>()
            .AddPasswordValidator<SenhaForte>()
            .AddErrorDescriber<IdentidadePtBr>()
            .AddTokenProvider<TokenDeSenha>(TokenDeSenha.Nome)
            .AddTokenProvider<CodigoDoAplicativo>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<PessoaDaSessao>();
        services.AddScoped<LinkDoOperador>();
        services.AddScoped<SegundoFatorDoOperador>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped(provedor => (Porteiro)provedor.GetRequiredService<SignInManager<Usuario>>());
        services.Configure<OpcoesDoAparelho>(options => options.Cookie = CookieDeSessao.DoAparelho(semTls));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(
            IdentityConstants.ApplicationScheme,
            options => CookieDeSessao.Configurar(options, semTls))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => CookiesDoSegundoFator.DaEntrada(options, semTls))
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options => CookiesDoSegundoFator.DoAparelho(options, semTls));
        return services;
    }
}
