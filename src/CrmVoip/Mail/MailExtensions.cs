namespace CrmVoip.Mail;

public static class MailExtensions
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<OpcoesDoCorreio>().BindConfiguration(OpcoesDoCorreio.Secao).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ICorreio, CorreioSmtp>();
        services.AddHostedService<AvisoDaPartida>();
        return services;
    }
}
